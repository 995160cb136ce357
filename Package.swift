// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// Where nothing is built yet, a module compiled as a whole is done sooner than in batches of its files, each of which reads the others
/// again: a fifth less of a fresh build. What is built again and again stays in batches, of which only what changed is compiled.
let wholeModules: [SwiftSetting] =
  Context.environment["KHABAR_BUILD_ONCE"] == nil
  ? []
  : [
    .unsafeFlags(
      ["-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"], .when(configuration: .debug))
  ]

/// A function that runs on its caller's actor has to come back to it before it returns. Swift 6.3's optimizer takes that hop away where such a
/// function throws what an actor threw, or calls a specialized copy of another such function: whoever called goes on upon the actor's thread, and where
/// that was the main actor's code, the program ends. Without the pass every hop stays; one to where the task is already costs next to nothing.
let everyHop: [SwiftSetting] = [.unsafeFlags(["-Xllvm", "-sil-disable-pass=optimize-hop-to-executor"])]

/// Each function can be put where it is wanted, or left out.
let functionSections: [SwiftSetting] = [
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(platforms: [.linux], configuration: .release))
]

/// Whether this system's programs may keep a list of the addresses in them in a fiftieth of its size (DT_RELR). An older glibc than 2.36 cannot start such
/// a program.
func startsPackedPrograms() -> Bool {
  #if canImport(Glibc)
    // "glibc 2.36".
    var name = [CChar](repeating: 0, count: 64)
    guard (1...name.count).contains(confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)) else { return false }
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = text.split { !$0.isNumber }.compactMap { Int($0) }
    return parts.count >= 2 && (parts[0], parts[1]) >= (2, 36)
  #else
    return false
  #endif
}

/// The functions of a start, a tenth of the program, lie side by side: `.ci/order-functions` notes which they are. Otherwise twice as much of the program
/// is in memory, and is read from the disk.
let sideBySide: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/khabar/functions.order",
      // Names that a change took away do no harm.
      "-Xlinker", "--no-warn-symbol-ordering",
    ] + (startsPackedPrograms() ? ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"] : []),
    .when(platforms: [.linux], configuration: .release))
]

let strict: [SwiftSetting] =
  wholeModules + everyHop + functionSections + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
  ]

/// Text is read, cut and laid out for whole shelves of stories in tests: unoptimized that takes ten times as long, so these targets are
/// optimized in debug builds too. Assertions stay.
let computing: [SwiftSetting] =
  strict + [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))]

/// The terminal and what draws on it live on the main thread; everything else may run anywhere.
let mainThread: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
  name: "khabar",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "khabar", targets: ["khabar"])],
  targets: [
    // C libraries. `.ci/setup` installs what is named here.
    .systemLibrary(
      name: "CSQLite", path: "Sources/SystemLibraries/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CNcurses", path: "Sources/SystemLibraries/CNcurses", pkgConfig: "ncursesw",
      providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]),
    .systemLibrary(name: "CMalloc", path: "Sources/SystemLibraries/CMalloc"),
    // Signal handlers and what they may call are C; Swift is not safe there.
    .target(name: "CTerminalRescue", path: "Sources/SystemLibraries/CTerminalRescue"),
    // What stands between fork and exec is C too.
    .target(name: "CConfinement", path: "Sources/SystemLibraries/CConfinement"),
    .systemLibrary(
      name: "CYAML", path: "Sources/SystemLibraries/CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CXML", path: "Sources/SystemLibraries/CXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CExpat", path: "Sources/SystemLibraries/CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CGumbo", path: "Sources/SystemLibraries/CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    // On Linux loaded with the first word (apt: libstemmer-dev).
    .target(
      name: "CStemmer", path: "Sources/SystemLibraries/CStemmer",
      linkerSettings: [.linkedLibrary("stemmer", .when(platforms: [.macOS]))]),
    // Not linked: libcurl brings thirty libraries, and is loaded when something is fetched. Only its header is needed to build
    // (apt: libcurl4-openssl-dev).
    .target(name: "CCurl", path: "Sources/SystemLibraries/CCurl"),
    // Not linked, as libcurl is not: loaded when a book is written (apt: libzip-dev).
    .target(name: "CZip", path: "Sources/SystemLibraries/CZip"),
    // An ordinary target: ICU's own headers in a module map collide with Foundation's private copy.
    .target(
      name: "CICU", path: "Sources/SystemLibraries/CICU",
      linkerSettings: [
        .linkedLibrary("icuuc", .when(platforms: [.linux])),
        .linkedLibrary("icucore", .when(platforms: [.macOS])),
      ]),

    // Pure: values in, values out. None of these can reach a file, a socket or a clock.
    // The query language reads words and digits in every spelling, so the model knows how these fold.
    .target(name: "NewsModel", dependencies: ["IndicText", "CICU"], swiftSettings: computing),
    .target(name: "IndicText", dependencies: ["CICU", "CStemmer"], swiftSettings: computing),
    .target(name: "SpokenText", dependencies: ["IndicText", "CICU"], swiftSettings: computing),
    .target(name: "CellText", dependencies: ["CICU"], swiftSettings: computing),
    .target(name: "Screen", dependencies: ["CellText", "CYAML"], swiftSettings: computing),
    .target(
      name: "NewsParsing", dependencies: ["NewsModel", "IndicText", "CICU", "CXML", "CExpat", "CGumbo"],
      swiftSettings: computing),
    .target(name: "StoryAnalysis", dependencies: ["NewsModel", "IndicText"], swiftSettings: computing),
    // Data, in C for `#embed`: what khabar says, a file for each language and kind.
    .target(name: "UIWords", exclude: ["Languages"]),
    .target(
      name: "ReaderUI", dependencies: ["NewsModel", "CellText", "Screen", "IndicText", "SpokenText", "UIWords"],
      swiftSettings: computing),
    .target(
      name: "StoryFormats", dependencies: ["NewsModel", "IndicText", "CellText", "ReaderUI"], swiftSettings: computing),

    // The outside world.
    .target(
      name: "NewsStore", dependencies: ["NewsModel", "IndicText", "StoryAnalysis", "CSQLite"], swiftSettings: strict),
    .target(name: "Fetching", dependencies: ["NewsModel", "CCurl"], swiftSettings: strict),
    .target(
      name: "Ingestion",
      dependencies: ["Fetching", "NewsParsing", "StoryAnalysis", "NewsStore", "NewsModel", "IndicText"],
      swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["Screen", "CellText", "CNcurses", "CTerminalRescue"],
      swiftSettings: mainThread,
      linkerSettings: [.linkedLibrary("ncurses", .when(platforms: [.macOS]))]),

    // Puts the parts together.
    .target(
      name: "ReaderApp",
      dependencies: [
        "NewsModel", "IndicText", "CellText", "Screen", "NewsParsing", "ReaderUI", "NewsStore",
        "Ingestion", "Fetching", "NcursesTerminal", "CYAML", "StoryFormats", "CZip", "SpokenText", "CConfinement",
        "CMalloc",
      ],
      // Read where they lie, or where they were installed: a resource bundle would bring all of Foundation, which a start does not need.
      exclude: ["SampleEdition", "Catalogue/catalogue.yaml"],
      swiftSettings: mainThread),
    .executableTarget(
      name: "khabar", dependencies: ["ReaderApp"], exclude: ["functions.order"], swiftSettings: mainThread,
      linkerSettings: sideBySide),

    // Tests mirror the targets. What several of them need is in TestSupport.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TestSupport",
      dependencies: ["NewsModel", "NewsStore", "CPseudoTerminal", "CellText", "Screen", "ReaderUI"],
      path: "Tests/TestSupport", swiftSettings: computing),
    .executableTarget(
      name: "StoreProbe", dependencies: ["NewsModel", "NewsStore"], path: "Tests/StoreProbe", swiftSettings: strict),
    // What takes bytes from strangers, for `.ci/fuzz` and, in seconds, for a suite of its own.
    .target(
      name: "Fuzzing",
      dependencies: ["NewsModel", "NewsParsing", "CellText", "Screen", "NcursesTerminal", "ReaderApp"],
      path: "Tests/Fuzzing", swiftSettings: computing),
    .executableTarget(
      name: "Fuzz", dependencies: ["Fuzzing", "TestSupport"], path: "Tests/Fuzz", swiftSettings: strict),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"], resources: [.copy("Findings")],
      swiftSettings: strict),
    .testTarget(name: "NewsModelTests", dependencies: ["NewsModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NewsStoreTests",
      dependencies: ["NewsStore", "StoryAnalysis", "NewsModel", "IndicText", "TestSupport", "StoreProbe"],
      // Read where they lie, by the kill harness too.
      exclude: ["OldStores"],
      swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Ingestion", "Fetching", "NewsParsing", "NewsStore", "StoryAnalysis", "NewsModel", "IndicText", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "FetchingTests", dependencies: ["Fetching", "CCurl", "NewsModel", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "IndicTextTests", dependencies: ["IndicText", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SpokenTextTests", dependencies: ["SpokenText"], swiftSettings: strict),
    .testTarget(
      name: "NewsParsingTests", dependencies: ["NewsParsing", "NewsModel", "IndicText", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "StoryAnalysisTests", dependencies: ["StoryAnalysis", "NewsModel", "IndicText", "TestSupport"],
      swiftSettings: strict),
    .executableTarget(
      name: "khabar-bench",
      dependencies: [
        "Ingestion", "NewsParsing", "NewsStore", "NewsModel", "IndicText", "ReaderUI", "Screen", "CellText",
        "TestSupport",
      ],
      path: "Tests/Benchmark", swiftSettings: strict),
    .testTarget(name: "CellTextTests", dependencies: ["CellText", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "CellText", "TestSupport"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "Screen", "CellText"], path: "Tests/TerminalProbe",
      swiftSettings: mainThread),
    .testTarget(
      name: "ReaderUITests",
      dependencies: [
        "ReaderUI", "NewsModel", "CellText", "Screen", "SpokenText", "IndicText", "UIWords", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReaderAppTests",
      dependencies: [
        "ReaderApp", "ReaderUI", "NewsModel", "NewsStore", "NewsParsing", "Ingestion", "CellText", "Screen",
        "SpokenText", "NcursesTerminal", "CConfinement", "TestSupport", "khabar",
      ], swiftSettings: mainThread),
    .testTarget(
      name: "StoryFormatsTests", dependencies: ["StoryFormats", "NewsModel", "ReaderUI", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests", dependencies: ["NcursesTerminal", "Screen", "CellText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulatedTerminalTests",
      dependencies: [
        "ReaderUI", "NcursesTerminal", "Screen", "CellText", "NewsModel", "NewsParsing", "Ingestion", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["TerminalProbe", "khabar", "TestSupport", "Screen", "CellText", "NewsModel", "NewsStore"],
      swiftSettings: strict),
  ]
)
