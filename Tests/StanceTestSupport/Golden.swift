import Foundation
public import Testing

/// The repository's root, found from this file.
public let repositoryRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Compares bytes with a file checked in under `exports/`.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written anew, and the test fails once, so that nobody
/// forgets to look at the difference.
public func compare(
  _ written: [UInt8], withGolden name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: repositoryRoot).appendingPathComponent("exports/\(name)")
  let environment = ProcessInfo.processInfo.environment
  if environment["UPDATE_GOLDEN"] == "1" {
    let old = try? Data(contentsOf: file)
    guard old.map({ [UInt8]($0) }) != written else { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(written).write(to: file)
    Issue.record(
      "exports/\(name) was written anew; look at the difference and run again",
      sourceLocation: sourceLocation)
    return
  }
  guard let expected = try? Data(contentsOf: file) else {
    Issue.record(
      "exports/\(name) is missing; UPDATE_GOLDEN=1 writes it",
      sourceLocation: sourceLocation)
    return
  }
  guard [UInt8](expected) != written else { return }
  Issue.record(
    "\(firstDifference([UInt8](expected), written, in: name))", sourceLocation: sourceLocation)
}

private func firstDifference(_ expected: [UInt8], _ written: [UInt8], in name: String) -> String {
  let old = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
  let new = written.split(separator: 0x0A, omittingEmptySubsequences: false)
  for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
    return "exports/\(name):\(index + 1): expected\n  \(String(decoding: pair.0, as: UTF8.self))\n"
      + "but wrote\n  \(String(decoding: pair.1, as: UTF8.self))"
  }
  return "exports/\(name): expected \(old.count) lines but wrote \(new.count)"
}
