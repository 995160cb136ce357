/// What Latin letters people write for a sound of Devanagari, with what each costs in hundredths of a wrong letter.
///
/// Set by hand, from what is usual, and checked against pairs that people typed; the order matters more than the figure.
enum SoundTable {
  struct Spelling {
    var letters: [UInt8]
    var cost: Int
  }

  /// Cost of a sound that was not written at all.
  struct Entry {
    var spellings: [Spelling] = []
    var unwritten = 100
  }

  /// By the value of the sound.
  static let entries: [Entry] = {
    var entries = [Entry](repeating: Entry(), count: 128)
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 1, let sound = sound(words[0]) else { continue }
      for word in words.dropFirst() {
        let parts = word.split(separator: ":")
        let cost = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        if parts[0] == "-" {
          entries[Int(sound)].unwritten = cost
        } else {
          entries[Int(sound)].spellings.append(Spelling(letters: Array(parts[0].utf8), cost: cost))
        }
      }
    }
    return entries
  }()

  private static func sound(_ name: Substring) -> UInt8? {
    switch name {
    case "ंव": DevanagariSounds.nasalV
    case "ज्ञ": DevanagariSounds.gya
    case "आइ": DevanagariSounds.ai
    case "आउ": DevanagariSounds.au
    case "अं": DevanagariSounds.anusvara
    default: name.unicodeScalars.first.map { UInt8($0.value & 0x7F) }
    }
  }

  private static let text = """
    अ a u:25 o:40 e:35 i:55 aa:25 -:70
    आ aa a:6 ah:15 au:40 aw:40 o:40 u:45 e:60 aaa:10 -:70
    इ i e:25 ee:25 y:25 ie:40 ea:50 a:60 u:60 -:55
    ई ee i:6 ii:5 y:15 ea:20 ie:20 e:25 ey:25 ei:30 iy:20 -:70
    उ u oo:20 o:35 w:40 ou:35 a:60 -:60
    ऊ oo u:6 uu:5 ou:25 o:30 ew:30 ue:25 ow:40 w:30 -:70
    ऋ ri ru:15 r:10 ree:15 re:25 ir:35 ra:35 -:100
    ए e ye:10 ay:15 ey:15 ae:15 ai:20 a:22 ei:20 ea:25 i:35 ee:40 y:50 -:60
    ऐ ai ae:8 e:12 a:15 ay:15 ei:25 ey:25 i:45 ye:30 -:70
    ओ o oa:15 ow:15 oh:15 oo:30 ou:25 au:30 oe:25 u:35 a:50 wo:20 yo:20 -:60
    औ au ou:10 ao:15 ow:15 o:20 aw:20 a:40 u:45 -:70
    ऑ o au:10 a:20 aw:15 ou:25 oa:25 aa:20 -:70
    ऎ e a:22 i:35 -:60
    ऒ o u:35 -:60
    ॲ a e:15 ai:20 -:60
    आइ ai aai aayi:2 ayi:4 ay:12 i:25 y:30 ie:30 ei:25 ae:18 aye:18 aee:5 ey:25 aii:5 ye:40
    आउ au aau aoo:5 ow:12 ou:12 ao:15 aw:30 u:60 o:50
    अं n m:20 ng:25 nn:15 -:30
    ंव on nv nw onv:5 anv:5 aon:10 un:15 own:15 v:30 w:30 o:25 ov:25 -:100
    ज्ञ gy jn:8 gny:5 jny:5 dny:12 gn:15 g:30 j:45
    क k c:10 ck:5 kk:8 q:10 kh:25 ch:35 cc:10 g:60
    ख kh k:20 kkh:8 q:40 ch:45 c:35
    ग g gg:6 gh:20 gu:25 k:60 j:70
    घ gh g:20
    ङ n ng:10
    च ch c:25 cch:5 chh:12 tch:5 t:35 s:60 sh:45
    छ chh ch:8 cch:10 c:40 sh:50 s:70
    ज j z:8 g:20 jj:6 zz:10 dg:15 dj:15 zh:25 jh:25 s:32 d:70
    झ jh j:20 zh:15 z:30
    ञ n ny:10 gn:20
    ट t tt:5 th:25 d:60
    ठ th t:15 tth:5 tt:20
    ड d r:10 dd:5 rh:22 dh:25 rr:15
    ढ dh rh:8 d:20 r:22 ddh:5
    ण n nn:10 m:60
    त t tt:8 th:12 d:60
    थ th t:20 tth:5
    द d dd:8 dh:22 th:30
    ध dh d:18 ddh:5
    न n nn:6 kn:20 gn:20 m:50 ng:35
    प p pp:5 f:50 b:70
    फ f ff:5 p:35 v:60 ph:3 gh:40
    ब b bb:5 bh:25 v:40 w:45 p:70
    भ bh b:18 bbh:5 v:50 f:60
    म m mm:5 mb:20 n:50
    य y i:18 iy:10 e:30 j:45 -:32
    र r rr:8 rh:20 wr:20 d:60 l:80 -:55
    ल l ll:4 r:80
    ळ l ll:5
    व v w:3 u:30 o:30 b:40 f:50 bh:50 vh:15 wh:10 vv:10 -:55
    श sh s:15 ch:35 ss:25 sch:20 c:40 si:30 ti:20 ssh:10
    ष sh s:15 kh:50 ch:40 ssh:10
    स s ss:4 c:10 sh:18 sc:12 z:28 ps:30 ts:40 x:40
    ह h hh:10 -:30
    """
}
