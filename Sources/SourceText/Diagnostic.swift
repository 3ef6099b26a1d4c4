/// One thing wrong in one place, and what to do about it.
///
/// Printed as `FILE:LINE: error: PROBLEM`, and the remedy on a line of its own.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as the exit status tells it (sysexits).
  public enum Kind: Int32, Sendable {
    case failure = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case outputExists = 73
    case inputOutput = 74
  }

  public var kind: Kind
  public var file: String
  public var line: Int?
  public var problem: String
  public var remedy: String

  public init(
    _ kind: Kind = .badData, file: String, line: Int? = nil, problem: String, remedy: String
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return "\(place): error: \(problem)\n  \(remedy)"
  }
}
