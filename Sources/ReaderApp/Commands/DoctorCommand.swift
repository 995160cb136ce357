#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CConfinement
import CellText
import Fetching
import NcursesTerminal
import NewsStore
import ReaderUI
import Screen

/// `khabar doctor`: what this terminal does with Devanagari, and what to change.
struct DoctorCommand {
  var runner: CommandRunner

  private var environment: [String: String] { ProcessEnvironment.variables }

  /// - Parameter words: a file of texts to be measured too, one a line.
  /// - Returns: 1 when something is wrong that the reader can put right.
  func run(words path: String?) async throws -> Int32 {
    let words = try path.map(readWords) ?? []
    let report = try await examine(words: path == nil ? nil : words)
    if runner.arguments.isJSON {
      Output.data(try JSONText.encoded(report))
    } else {
      for line in DoctorText(report: report, language: runner.language).lines { Output.line(line) }
    }
    return report.troubles.isEmpty ? 0 : 1
  }

  private func readWords(_ path: String) throws -> [String] {
    do throws(SystemError) {
      let bytes = try DescriptorBytes.read(path, atMost: .max)
      guard let text = String(validating: bytes, as: UTF8.self) else { throw SystemError(code: EILSEQ) }
      return text.split(whereSeparator: \.isNewline).map(String.init)
    } catch {
      throw CommandFailure.cannotRead(path: path, reason: error.description)
    }
  }

  private func examine(words: [String]?) async throws -> DoctorReport {
    let forced = try runner.forcedWidthModel()
    let answer = TerminalExamination.run(environment: environment, words: words ?? [])
    let (colors, terminalTrouble) = colors()
    let (stories, storeTrouble) = await stories()
    let locale = LocaleSetting(environment)
    let hyperlinks = runner.configuration.hyperlinks ?? .auto
    var report = DoctorReport(
      khabar: Launch.version,
      terminal: .init(
        term: environment["TERM"], program: environment["TERM_PROGRAM"], version: answer?.measurement.version,
        multiplexer: TerminalProfiles.multiplexer(environment), colors: colors, hyperlinks: hyperlinks.rawValue,
        showsHyperlinks: hyperlinks == .always
          || (hyperlinks == .auto
            && HyperlinkSupport.isKnown(version: answer?.measurement.version, environment: environment))
      ),
      widths: answer.map {
        .init(
          $0.measurement, forced: forced == nil ? nil : runner.arguments.widthModel ?? runner.configuration.widthModel)
      },
      locale: .init(name: locale.name, isUTF8: locale.isUTF8),
      store: .init(path: runner.storePath, stories: stories),
      libraries: [
        "ncurses": TerminalExamination.libraryVersion, "icu": TextLibraries.icuVersion,
        "sqlite": ArticleStore.libraryVersion, "curl": Self.curlVersion,
      ])
    if let words, let answer {
      let model = forced ?? answer.measurement.fit?.model
      let samples = answer.words.map { DoctorReport.Sample($0, model: model) }
      report.words = .init(count: samples.count, misses: samples.filter { $0.columns != $0.predicted })
      if samples.count < words.count {
        report.advice.append(runner.messages.wordsNotMeasured(words.count - samples.count))
      }
    }
    report.troubles = [terminalTrouble, storeTrouble].compactMap { $0 }
    await examinePictures(&report, answer?.measurement)
    judge(&report, fit: answer?.measurement.fit, forced: forced)
    return report
  }

  private func judge(_ report: inout DoctorReport, fit: WidthFit?, forced: WidthModel?) {
    let messages = runner.messages
    if !report.locale.isUTF8 {
      report.troubles.append(.init(kind: .locale, sentence: messages.localeIsNotUTF8(report.locale.name)))
    }
    if fit?.model.exceptions["│"] == 2 {
      report.troubles.append(.init(kind: .wideSymbols, sentence: messages.symbolsAreWide))
    }
    if let fit, let forced, forced.rule != fit.model.rule {
      report.troubles.append(
        .init(
          kind: .forcedModel, sentence: messages.forcedModelIsWrong(report.widths?.forced ?? "", report.widths?.model)))
    }
    if report.widths == nil {
      report.advice.append(messages.noTerminalToMeasure)
    } else if fit == nil {
      report.advice.append(messages.terminalDoesNotAnswer)
    }
    if let advice = messages.shapingAdvice(version: report.terminal.version, environment: environment) {
      report.advice.append(advice)
    }
  }

  /// Lets the decoder draw a picture, as it does for the reader.
  private func examinePictures(_ report: inout DoctorReport, _ measurement: TerminalMeasurement?) async {
    let path = ChildProgram.find(PictureDecoder.program, environment)
    let decoder = PictureDecoder(path: path ?? "")
    let method = PictureMethod(
      format: runner.configuration.pictureFormat ?? .auto, version: measurement?.version,
      answers: measurement?.graphics ?? GraphicsAnswers(), cell: TerminalExamination.cell(),
      hasColors: report.terminal.colors.map { $0 > 0 } ?? false, environment: environment)
    var pictures = DoctorReport.Pictures(
      program: path, format: Self.name(method.form), reason: method.reason.rawValue, cellWidth: method.cell?.width,
      cellHeight: method.cell?.height, landlock: Int(khabar_landlock_version()), filtersCalls: khabar_filters_calls(),
      memoryLimit: Int(decoder.limits.address_space), secondsLimit: Int(decoder.limits.cpu_seconds))
    if path == nil {
      report.advice.append(runner.messages.pictureProgramMissing)
    } else {
      do {
        let drawing = PictureDecoder.Drawing(
          size: Size(rows: 2, columns: 4), colors: "none", hasBlockElements: report.locale.isUTF8)
        _ = try await decoder.draw(Self.dot, as: drawing)
        pictures.draws = true
        pictures.version = await decoder.version()
      } catch {
        report.troubles.append(.init(kind: .pictures, sentence: runner.messages.sentence(for: error)))
      }
    }
    report.pictures = pictures
  }

  private static func name(_ form: PixelPicture.Form?) -> String {
    switch form {
    case nil: "symbols"
    case .kittyCells: "kittyCells"
    case .kittyPlacement: "kitty"
    case .sixel: "sixel"
    case .iterm: "iterm"
    }
  }

  /// A GIF of one white pixel.
  private static let dot: [UInt8] = [
    0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0,
    0, 2, 2, 0x44, 1, 0, 0x3B,
  ]

  private func colors() -> (Int?, DoctorReport.Trouble?) {
    do { return (try TerminalExamination.colorCount(environment: environment), nil) } catch {
      return (nil, .init(kind: .terminalType, sentence: runner.messages.sentence(for: error)))
    }
  }

  /// Looks into the store without making one.
  private func stories() async -> (Int?, DoctorReport.Trouble?) {
    guard FileManager.default.fileExists(atPath: runner.storePath) else { return (nil, nil) }
    do { return (try await runner.openStore().articleCount(), nil) } catch {
      return (nil, .init(kind: .store, sentence: runner.messages.sentence(for: error)))
    }
  }
}

extension DoctorCommand {
  /// As in `7.88.1`; a dash when libcurl is not on this computer.
  private nonisolated static var curlVersion: String {
    guard let version = HTTPClient.libraryVersion else { return "–" }
    return String(version.drop { $0 != "/" }.dropFirst().prefix { $0 != " " })
  }
}
