@testable import Fetching
import TestSupport
import Testing

@Suite(.onOwnThreads) struct ManyFeedsTests {
  @Test func aThousandFeedsComeIn() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { request in
      .init(body: request.path + String(repeating: " ख़बर", count: 2000), headers: [("ETag", "\"\(request.path)\"")])
    }
    let client = HTTPClient.testing { $0.maximumTransfers = 48 }
    let urls = (0..<1000).map { server.url("/\($0)") }
    let right = await withTaskGroup(of: Bool.self) { group in
      for (index, url) in urls.enumerated() {
        group.addTask {
          let response = try? await client.fetch(HTTPRequest(url: url))
          return response?.body.starts(with: Array("/\(index) ".utf8)) == true
            && response?.validators.etag == "\"/\(index)\""
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(right == 1000)
    #expect(server.hits == 1000)
    #expect(server.connectionCount <= 48)
    #expect(server.maximumRunningCount <= 48)
  }

  @Test func aFeedThatHangsHoldsUpNoOther() async throws {
    let server = try LocalHTTPServer()
    server.route("*") { _ in .init(body: "a") }
    server.route("/silent") { _ in .silent }
    let client = HTTPClient.testing { $0.maximumTransfers = 4 }
    let silent = server.url("/silent")
    let hanging = (0..<3).map { _ in
      Task {
        // Longer than a busy machine takes for the others.
        await client.error(HTTPRequest(url: silent, limits: TransferLimits(seconds: 900, stallSeconds: 900)))
      }
    }
    for number in 0..<200 { #expect(try await client.text(server.url("/\(number)")) == "a") }
    hanging.forEach { $0.cancel() }
    for task in hanging { #expect(await task.value?.kind == .cancelled) }
  }
}
