import Foundation
import TestSupport
import Testing

@testable import ReaderApp

@Suite("Opening addresses")
struct BrowserTests {
  @Test("the address reaches the program as one argument, whatever a shell would make of it")
  func argument() async throws {
    try await withTemporaryFolder { folder in
      let file = folder + "/got"
      let program = folder + "/browser"
      try "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > '\(file)'\n".write(
        toFile: program, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
      let address = "https://example.org/?q=$(touch${IFS}x)&b='c';d"
      try await Browser(command: [program, "--new-tab"]).open(address)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "2\n--new-tab\n\(address)\n")
      try await Browser(command: [program, "-u", "%s", "-q"]).open(address)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "3\n-u\n\(address)\n-q\n")
    }
  }

  @Test(
    "only http and https are opened", arguments: ["file:///etc/passwd", "javascript:alert(1)", "-x", "", "ftp://a"])
  func schemes(address: String) async {
    await #expect(throws: Browser.Failure.schemeRefused(address)) { try await Browser(command: ["true"]).open(address) }
  }

  @Test(
    "mail and magnet links are opened by a rule that names them, and by nothing else", arguments: ["mailto", "magnet"])
  func rulesOfSchemes(scheme: String) async throws {
    let address = scheme + ":?to=desk@example.org"
    var browser = Browser(command: ["true"])
    await #expect(throws: Browser.Failure.ruleMissing(scheme)) { try await browser.open(address) }
    // A rule for everything that is of the web is none for these, and the other way round.
    browser.rules = [try #require(OpenRule(when: "*"))]
    await #expect(throws: Browser.Failure.ruleMissing(scheme)) { try await browser.open(address) }
    await #expect(throws: Browser.Failure.ruleMissing(scheme)) { try await browser.open(scheme + "://example.org/") }
    var rule = try #require(OpenRule(when: scheme + ":"))
    rule.run = ["false"]
    browser.rules = [rule]
    try await browser.open("https://example.org/")
    await #expect(throws: Browser.Failure.failed(program: "false", status: 1)) { try await browser.open(address) }
    await #expect(throws: Browser.Failure.failed(program: "false", status: 1)) {
      try await browser.open(scheme + ":डाक@ख़बर.भारत")
    }
    await #expect(throws: Browser.Failure.schemeRefused(scheme + ":क ख")) { try await browser.open(scheme + ":क ख") }
    #expect(OpenRule(when: "file:") == nil)
  }

  @Test("a program that is missing or fails is named")
  func failures() async {
    await #expect(throws: Browser.Failure.programNotFound("no-such-browser")) {
      try await Browser(command: ["no-such-browser"]).open("https://example.org/")
    }
    await #expect(throws: Browser.Failure.failed(program: "false", status: 1)) {
      try await Browser(command: ["false"]).open("https://example.org/")
    }
  }

  @Test("the configuration comes first, then BROWSER, then the system")
  func choice() {
    #expect(Browser(configured: ["lynx", "-dump"], environment: ["BROWSER": "sh"]).command == ["lynx", "-dump"])
    let environment = ["BROWSER": "no-such-browser:sh -c", "PATH": "/bin:/usr/bin"]
    #expect(Browser(configured: nil, environment: environment).command == ["sh", "-c"])
  }
}
