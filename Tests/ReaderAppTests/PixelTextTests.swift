import Foundation
import Screen
import TestSupport
import Testing

@testable import ReaderApp

@Suite("A decoder's pixels", .onOwnThreads)
nonisolated struct KittyTextTests {
  private static let head = "a=T,f=32,s=2,v=1,c=3,r=2"
  private static let pixels: [UInt8] = [1, 2, 3, 255, 4, 5, 6, 128]
  private static let letters = String(decoding: Base64.letters(pixels), as: UTF8.self)

  private func read(_ text: String, limit: Int = 100) -> PixelGrid? {
    KittyText.grid(Array(text.utf8), pixelLimit: limit)?.grid
  }

  @Test("are read from one command or several")
  func read() throws {
    let grid = try #require(read("\u{1B}_G\(Self.head);\(Self.letters)\u{1B}\\\n"))
    #expect(grid == PixelGrid(width: 2, height: 1, rgba: Self.pixels) && grid.hasAlpha)
    let (first, rest) = (Self.letters.prefix(4), Self.letters.dropFirst(4))
    #expect(read("\u{1B}_G\(Self.head),m=1\u{1B}\\\u{1B}_Gm=1;\(first)\u{1B}\\\u{1B}_Gm=0;\(rest)\u{1B}\\") == grid)
    // As chafa does it: each piece with an end of its own.
    #expect(
      read(
        "\u{1B}_G\(Self.head),m=1\u{1B}\\\u{1B}_Gm=1;AQID/w==\u{1B}\\\u{1B}_Gm=1;BAUGgA==\u{1B}\\\u{1B}_Gm=0\u{1B}\\")
        == grid)
    #expect(read("\u{1B}_Ga=T,f=24,s=1,v=1,c=1,r=1,q=2;AQID\u{1B}\\")?.rgba == [1, 2, 3, 255])
  }

  @Test(
    "are refused whole when there is anything else",
    arguments: [
      "", "नमस्ते", "\u{1B}_G", "\u{1B}_G\(head);\(letters)", "\u{1B}_G\(head);\(letters)\u{1B}",
      "\u{1B}_G\(head);\(letters)\u{7}", "\u{1B}]52;c;aGk=\u{7}", "\u{1B}[2J\u{1B}_G\(head);\(letters)\u{1B}\\",
      "\u{1B}_G\(head);\(letters)\u{1B}\\\u{1B}]0;x\u{7}", "\u{1B}_G\(head);\(letters)\u{1B}\\x",
      "\u{1B}_G\(head);AAAA\u{1B}\\", "\u{1B}_G\(head);\(letters)AAAA\u{1B}\\", "\u{1B}_G\(head);AQID//8E\n\u{1B}\\",
      "\u{1B}_G\(head),m=1;\(letters)\u{1B}\\", "\u{1B}_G\(head);\(letters)\u{1B}\\\u{1B}_G\(head);\(letters)\u{1B}\\",
      // Files, shared memory, another picture's deletion, and what else the protocol knows.
      "\u{1B}_Ga=T,t=f,f=32,s=2,v=1,c=3,r=2;\(letters)\u{1B}\\", "\u{1B}_Ga=d\u{1B}\\",
      "\u{1B}_G\(head),o=z;\(letters)\u{1B}\\", "\u{1B}_G\(head),i=7;\(letters)\u{1B}\\",
      "\u{1B}_Ga=q,f=32,s=2,v=1,c=3,r=2;\(letters)\u{1B}\\",
      "\u{1B}_G\(head),m=1\u{1B}\\\u{1B}_Ga=d,m=0;\(letters)\u{1B}\\",
      // Numbers.
      "\u{1B}_Ga=T,f=32,s=0,v=1,c=3,r=2;\u{1B}\\", "\u{1B}_Ga=T,f=32,s=-2,v=1,c=3,r=2;\(letters)\u{1B}\\",
      "\u{1B}_Ga=T,f=32,s=99999999999999999999,v=1,c=3,r=2;\(letters)\u{1B}\\",
      "\u{1B}_Ga=T,f=32,s=9999999,v=9999999,c=3,r=2;\(letters)\u{1B}\\", "\u{1B}_Ga=T,f=8,s=2,v=1,c=3,r=2;AAAA\u{1B}\\",
      "\u{1B}_Ga=T,f=32,s=2,s=2,v=1,c=3,r=2;\(letters)\u{1B}\\", "\u{1B}_Ga=T,f=32,s=2,v=1;\(letters)\u{1B}\\",
      "\u{1B}_Ga=T,f=32,s=11,v=10,c=3,r=2;\(letters)\u{1B}\\",
    ])
  func refused(text: String) { #expect(read(text) == nil) }

  @Test("are refused wherever the bytes are cut")
  func cut() {
    let whole = Array("\u{1B}_G\(Self.head),m=1;\(Self.letters)\u{1B}\\\u{1B}_Gm=0;\u{1B}\\".utf8)
    #expect(KittyText.grid(whole, pixelLimit: 100) != nil)
    for count in whole.indices { #expect(KittyText.grid(Array(whole[..<count]), pixelLimit: 100) == nil) }
  }
}

@Suite("Pixels as they are written for a terminal", .onOwnThreads)
nonisolated struct PixelTextTests {
  /// A red left half, a blue right one, and a clear pixel in the corner.
  private static func halves(_ width: Int, _ height: Int) -> PixelGrid {
    let (red, blue): ([UInt8], [UInt8]) = ([250, 0, 0, 255], [0, 0, 250, 255])
    var rgba = (0..<(width * height)).flatMap { $0 % width < width / 2 ? red : blue }
    rgba[3] = 0
    return PixelGrid(width: width, height: height, rgba: rgba)
  }

  /// What a terminal would draw: a colour for each pixel, in percent; nil where nothing is set.
  private func drawn(_ letters: [UInt8]) throws -> (width: Int, height: Int, pixels: [[Int]?]) {
    var rest = letters[...]
    func number() -> Int {
      var value = 0
      while let digit = rest.first, (0x30...0x39).contains(digit) {
        value = value * 10 + Int(digit - 0x30)
        rest = rest.dropFirst()
      }
      return value
    }
    func numbers() -> [Int] {
      var values = [number()]
      while rest.first == UInt8(ascii: ";") {
        rest = rest.dropFirst()
        values.append(number())
      }
      return values
    }
    let mark = rest.popFirst()
    try #require(mark == UInt8(ascii: "\""))
    let raster = numbers()
    let (width, height) = (raster[2], raster[3])
    var pixels = [[Int]?](repeating: nil, count: width * height)
    var colors: [Int: [Int]] = [:]
    var (color, column, top) = (0, 0, 0)
    while let letter = rest.popFirst() {
      switch letter {
      case UInt8(ascii: "#"):
        let values = numbers()
        color = values[0]
        if values.count == 5 { colors[color] = Array(values[2...]) }
      case UInt8(ascii: "$"): column = 0
      case UInt8(ascii: "-"): (column, top) = (0, top + 6)
      default:
        var (count, letter) = (1, letter)
        if letter == UInt8(ascii: "!") {
          count = number()
          let repeated = rest.popFirst()
          letter = try #require(repeated)
        }
        try #require((0x3F...0x7E).contains(letter))
        for _ in 0..<count {
          for row in 0..<6 where ((letter - 0x3F) >> UInt8(row)) & 1 == 1 {
            let values = colors[color]
            try #require(values != nil)
            pixels[(top + row) * width + column] = values
          }
          column += 1
        }
      }
    }
    return (width, height, pixels)
  }

  @Test("sixels: a terminal that draws them has each pixel, in its colour, and the clear one not at all")
  func sixels() throws {
    let letters = SixelText.letters(Self.halves(14, 9))
    let picture = try drawn(letters)
    #expect((picture.width, picture.height) == (14, 9) && picture.pixels[0] == nil)
    for (index, color) in picture.pixels.enumerated().dropFirst() {
      #expect(color == (index % 14 < 7 ? [98, 0, 0] : [0, 0, 98]), "\(index)")
    }
    #expect(letters.count < 200)
  }

  @Test("many colours become 256 of the picture's own, none far from what it was")
  func palette() throws {
    var rgba: [UInt8] = []
    for pixel in 0..<(64 * 64) { rgba += [UInt8(pixel % 64 * 4), UInt8(pixel / 64 * 4), UInt8(pixel * 7 % 256), 255] }
    let grid = PixelGrid(width: 64, height: 64, rgba: rgba)
    for limit in [2, 16, 256] {
      var palette = Palette(of: grid, limit: limit)
      #expect(palette.colors.count <= limit && palette.colors.count > limit / 2)
      #expect(palette.index(nearestTo: -90, 400, 9) < limit)
    }
    let picture = try drawn(SixelText.letters(grid))
    var difference = 0
    for (index, color) in picture.pixels.enumerated() {
      guard let color else {
        Issue.record("nothing at \(index)")
        continue
      }
      for channel in 0..<3 { difference += abs(color[channel] * 255 / 100 - Int(rgba[index * 4 + channel])) }
    }
    #expect(difference / (64 * 64 * 3) < 14)
    #expect(Palette(of: PixelGrid(width: 1, height: 1, rgba: [9, 9, 9, 0]), limit: 4).colors.count == 1)
  }

  @Test("another size keeps what is where, and no edge runs out")
  func resized() {
    for (width, height) in [(14, 9), (13, 8), (29, 31), (1, 1), (14, 1)] {
      let grid = Self.halves(14, 9).resized(to: PixelSize(width: width, height: height))
      #expect((grid.width, grid.height, grid.rgba.count) == (width, height, width * height * 4))
      guard width > 4 else { continue }
      #expect(grid.rgba[(width * height - 1) * 4 + 2] == 250 && grid.rgba[width * (height - 1) * 4] == 250)
    }
  }

  @Test(
    "a PNG file is one that other programs read",
    .disabled(if: PictureDecoderTests.isMissing, PictureDecoderTests.missing))
  func file() async throws {
    let grid = Self.halves(64, 32)
    let bytes = PNGText.bytes(grid)
    let header = try #require(ImageHeader(bytes))
    #expect((header.format, header.width, header.height) == (.png, 64, 32))
    let decoder = PictureDecoder(path: PictureDecoderTests.chafa)
    let read = try await decoder.pixels(bytes, in: PixelSize(width: 64, height: 32))
    #expect(read.shape == PixelSize(width: 64, height: 32))
    let same = read.grid.resized(to: PixelSize(width: 64, height: 32))
    #expect(same.rgba[3] < 128 && same.rgba[64 * 4 * 20] > 200 && same.rgba[64 * 4 * 20 + 63 * 4 + 2] > 200)
  }

  @Test(
    "a picture keeps its shape within its cells, is not blown up, and no more bytes go over a line than it can take")
  func drawing() throws {
    let cell = PixelSize(width: 10, height: 20)
    let near = PixelDrawing(.sixel, size: Size(rows: 18, columns: 70), cell: cell, isFar: false)
    #expect(near.box == PixelSize(width: 700, height: 360))
    #expect(near.cells(width: 4000, height: 2000) == Size(rows: 18, columns: 70))
    #expect(near.cells(width: 1000, height: 4000) == Size(rows: 18, columns: 9))
    #expect(near.cells(width: 16, height: 16) == Size(rows: 2, columns: 5))
    #expect(near.cells(width: 50_000_000, height: 1) == Size(rows: 1, columns: 70))
    let far = PixelDrawing(.kittyCells, size: Size(rows: 400, columns: 400), cell: nil, isFar: true)
    #expect(far.size == Size(rows: 297, columns: 297) && far.box.width * far.box.height <= 160_000)
    // The terminal makes it as large as it was.
    #expect(far.cells(width: 4000, height: 4000) == Size(rows: 149, columns: 297))
    let grid = Self.halves(64, 32)
    for form in [PixelPicture.Form.kittyCells, .kittyPlacement, .sixel, .iterm] {
      let drawing = PixelDrawing(form, size: Size(rows: 4, columns: 16), cell: cell, isFar: false)
      let cells = drawing.cells(width: 64, height: 32)
      let picture = try #require(drawing.picture(grid, covering: cells, id: 5))
      #expect(picture.size == Size(rows: 4, columns: 16) && picture.form == form && picture.id == 5)
      #expect(picture.pixels == (form == .sixel ? PixelSize(width: 160, height: 80) : PixelSize(width: 64, height: 32)))
    }
  }
}
