import Synchronization

/// A value that a test and its server share.
public final class Mutable<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  public init(_ value: Value) {
    state = Mutex(value)
  }

  public var value: Value {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  public func change(_ work: (inout Value) -> Void) {
    state.withLock { work(&$0) }
  }
}
