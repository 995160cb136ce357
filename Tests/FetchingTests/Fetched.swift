@testable import Fetching
import TestSupport
import Testing

/// Clients and outcomes of the tests.
extension HTTPClient {
  /// A client that goes to the servers of tests and nowhere else.
  static func testing(_ change: (inout TransferSettings) -> Void = { _ in }) -> HTTPClient {
    var settings = TransferSettings(userAgent: "khabar/test", proxy: "")
    // A busy machine may let minutes pass between two lines of a test.
    settings.idleSeconds = 3600
    change(&settings)
    return live(settings)
  }

  /// The error that fetching `request` ends with; an answer is a failure of the test.
  func error(_ request: HTTPRequest, at location: SourceLocation = #_sourceLocation) async -> FetchError? {
    do throws(FetchError) {
      let response = try await fetch(request)
      Issue.record("an answer: \(response.status), \(response.body.count) bytes", sourceLocation: location)
      return nil
    } catch {
      return error
    }
  }

  /// The text of an answer with status 200.
  func text(_ url: String, limits: TransferLimits = TransferLimits(), at location: SourceLocation = #_sourceLocation)
    async throws -> String
  {
    let response = try await fetch(HTTPRequest(url: url, limits: limits))
    #expect(response.status == 200, sourceLocation: location)
    return String(decoding: response.body, as: UTF8.self)
  }
}

/// Waits until `condition` holds; for what happens on other threads.
func eventually(
  _ what: Comment, seconds: Double = 60, at location: SourceLocation = #_sourceLocation, _ condition: () -> Bool
) async throws {
  let clock = ContinuousClock()
  let end = clock.now + .seconds(seconds)
  while !condition() {
    guard clock.now < end else {
      Issue.record(what, sourceLocation: location)
      return
    }
    try await Task.sleep(for: .milliseconds(5))
  }
}
