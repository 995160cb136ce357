@testable import Fetching
import Foundation
import TestSupport
import Testing

@Suite(.onOwnThreads) struct SecureTests {
  private func withFolder<Success>(_ work: (String) async throws -> Success) async throws -> Success {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("khabar-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("<rss/>".utf8).write(to: URL(fileURLWithPath: folder + "/feed.xml"))
    return try await work(folder)
  }

  private func skip(_ program: String) { print("skipped: \(program) is not installed") }

  @Test func aServerIsTrustedByItsCertificateOnly() async throws {
    try await withFolder { folder in
      guard let own = try LocalTLSServer.certificate(in: folder, for: "IP:127.0.0.1"),
        let foreign = try LocalTLSServer.certificate(in: folder, for: "DNS:khabar.example"),
        let server = try LocalTLSServer.files(in: folder, certificate: own),
        let impostor = try LocalTLSServer.files(in: folder, certificate: foreign)
      else { return skip("openssl") }
      let trusting = HTTPClient.testing { $0.certificateFile = own.file }
      #expect(try await trusting.text(server.url("/feed.xml")) == "<rss/>")

      let error = await HTTPClient.testing().error(HTTPRequest(url: server.url("/feed.xml")))
      #expect(error?.kind == .insecure)
      #expect(error?.detail.isEmpty == false)
      // Trusted, but another's.
      let fooled = HTTPClient.testing { $0.certificateFile = foreign.file }
      #expect(await fooled.error(HTTPRequest(url: impostor.url("/feed.xml")))?.kind == .insecure)
      let lost = HTTPClient.testing { $0.certificateFile = folder + "/nothing.pem" }
      #expect(await lost.error(HTTPRequest(url: server.url("/feed.xml")))?.kind == .insecure)
    }
  }

  @Test func oldProtocolsAreRefused() async throws {
    try await withFolder { folder in
      guard let certificate = try LocalTLSServer.certificate(in: folder, for: "IP:127.0.0.1"),
        let server = try LocalTLSServer.files(
          in: folder, certificate: certificate, options: ["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"])
      else { return skip("openssl with TLS 1.1") }
      let client = HTTPClient.testing { $0.certificateFile = certificate.file }
      #expect(await client.error(HTTPRequest(url: server.url("/feed.xml")))?.kind == .insecure)
    }
  }

  @Test func aServerWithoutTLSIsNotAskedInTheClear() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(body: "a") }
    let error = await HTTPClient.testing().error(HTTPRequest(url: "https://127.0.0.1:\(server.port)/a"))
    #expect(error?.kind == .insecure)
    #expect(server.hits == 0)
  }

  @Test func aHostGetsOneConnectionForItsDocumentsOverHTTP2() async throws {
    try await withFolder { folder in
      guard let certificate = try LocalTLSServer.certificate(in: folder, for: "DNS:khabar.example"),
        let server = try LocalTLSServer.http2(certificate: certificate)
      else { return skip("openssl or node") }
      let client = HTTPClient.testing {
        $0.certificateFile = certificate.file
        $0.perHost = 4
        $0.knownAddress = { _ in "127.0.0.1" }
      }
      let urls = (0..<8).map { server.url("/\($0)", host: "khabar.example") }
      let answers = try await withThrowingTaskGroup(of: String.self) { group in
        for url in urls { group.addTask { try await client.text(url) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.allSatisfy { $0.hasPrefix("2.0 ") && $0.hasSuffix(" 1") }, "\(answers)")
      #expect(answers.contains { $0 == "2.0 4 1" }, "\(answers)")
    }
  }
}
