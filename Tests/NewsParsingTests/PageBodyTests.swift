import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsParsing

/// Where the story is on pages built like those of Hindi and Marathi papers; `SOURCES.txt` says what each stands for.
@Suite(.inBackground) struct PageBodyTests {
  private func body(_ name: String, _ hints: PageBody.Hints = PageBody.Hints()) throws -> [Block] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: "html", subdirectory: "Fixtures/bodies"))
    let html = try String(contentsOf: url, encoding: .utf8)
    return PageBody.extract(HTMLDocument(html), baseURL: "https://samachar.example/zila/1", hints: hints).blocks
  }

  private func texts(_ blocks: [Block]) -> [String] { blocks.filter { $0.kind != .picture }.map(\.text) }

  @Test func `Sentences that end in a danda weigh as much as those with full stops, and rows between them go`() throws {
    let texts = texts(try body("rows-between-paragraphs"))
    #expect(
      texts == [
        "चित्रकूट के तीन गाँवों में दस दिन से पानी की आपूर्ति बंद है।",
        "गाँव वालों का कहना है कि पाइप टूटने की शिकायत पिछले महीने ही कर दी गई थी। किसी ने ध्यान नहीं दिया।",
        "जल विभाग के अभियंता ने बताया, “मरम्मत का काम शुक्रवार तक पूरा हो जाएगा।”",
        "तब तक हर गाँव में दिन में दो टैंकर भेजे जाएँगे॥",
      ])
  }

  @Test func `A table of prices and a list stay with the story, the channel and the paper's application do not`() throws
  {
    let blocks = try body("prices-and-channel")
    #expect(
      blocks.filter { $0.kind == .tableRow }.map(\.cells) == [
        ["फ़सल", "भाव (रु./क्विंटल)"], ["गेहूँ", "2,425"], ["सरसों", "5,950"],
      ])
    #expect(blocks.filter { $0.kind == .listItem }.map(\.text) == ["तौल सुबह आठ बजे शुरू होगी।", "भुगतान तीन दिन में होगा।"])
    let text = texts(blocks).joined(separator: "\n")
    for word in ["चैनल", "ऐप", "संबंधित", "टिप्पणी", "न्यूज़लेटर"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `A live report keeps its entries with their times`() throws {
    let texts = texts(try body("live-report"))
    #expect(texts.contains("सुबह से अब तक चालीस प्रतिशत मतदान हुआ है और सभी केंद्रों पर शांति है।"))
    #expect(texts.contains("तीन केंद्रों पर मशीनें बदली गईं, मतदान आधे घंटे रुका रहा।"))
    #expect(!texts.contains { $0.contains("और ख़बरें") })
  }

  @Test func `A Marathi story in a box without a telling name is found by its prose`() throws {
    let texts = texts(try body("plain-boxes-marathi"))
    #expect(texts.count == 3)
    #expect(texts.first == "साताऱ्यातील जुन्या ग्रंथालयाला शंभर वर्षे पूर्ण झाली असून वर्षभर कार्यक्रम होणार आहेत.")
    #expect(texts.last == "ग्रंथालय रविवारीही खुले राहील, अशी माहिती अध्यक्षांनी दिली.")
  }

  @Test func `The headline is not said twice`() throws {
    let title = "तीन गाँवों में पानी का संकट"
    #expect(!texts(try body("rows-between-paragraphs", PageBody.Hints(title: title))).contains(title))
  }

  @Test(arguments: HostileMarkupTests.patterns.map(\.name))
  func `Harmful markup gives a body in a moment`(_ name: String) throws {
    let page = HostileMarkupTests.page(
      try #require(HostileMarkupTests.patterns.first { $0.name == name }), utf8Count: 100_000)
    let taken = computingTime {
      _ = PageBody.extract(HTMLDocument(page), baseURL: nil)
      _ = HTMLBody.body(ofFragment: page, baseURL: "https://a.example/")
    }
    #expect(taken < .seconds(30), "\(name): \(taken)")
  }

  @Test(.enabled(if: !SharedData.isMissing, Comment(rawValue: SharedData.missing)))
  func `The tokenizer tests of html5lib and hostile pages do no harm`() throws {
    var inputs: [String] = []
    for folder in [
      try SharedData.unpackedArchive("html-html5lib/tests.tar.xz"),
      try SharedData.unpackedArchive("nasty-xml/files.tar.xz"),
    ] {
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard let data = try? Data(contentsOf: file) else { continue }
        inputs.append(TextDecoding.decode([UInt8](data), charset: nil, as: .html).text)
        guard file.pathExtension == "test",
          let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { continue }
        inputs += (json["tests"] as? [[String: Any]] ?? []).compactMap { $0["input"] as? String }
      }
    }
    #expect(inputs.count > 3000)
    for input in inputs {
      let page = PageBody.extract(HTMLDocument(input), baseURL: nil)
      let fragment = HTMLBody.body(ofFragment: input, baseURL: nil)
      for block in page.blocks + fragment.blocks {
        #expect(!block.text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      }
    }
  }
}
