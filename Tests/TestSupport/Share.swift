/// How much of a published test is right, as one line of a test's output.
public struct Share: CustomStringConvertible, Sendable {
  public let description: String

  public init(_ name: String, right: Int, of count: Int) {
    let hundredths = count == 0 ? 0 : right * 10_000 / count
    description =
      "\(name): \(right) of \(count) right, \(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }
}
