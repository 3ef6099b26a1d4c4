import Foundation
import Testing

@testable import LanguageAnalysis

/// The encoder with the weights that ship; read once for all tests.
func shippedEncoder() throws -> Encoder { try shipped.get() }

private let shipped = Result {
  try Encoder(weights: repository + "/Sources/LanguageAnalysis/Resources/encoder.sgw")
}

/// The path of the repository.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// One sentence of `Fixtures/encoder.json`, which `training/dump.py` writes.
struct DumpedSentence: Decodable, Sendable, CustomTestStringConvertible {
  var words: [String]
  var pieces: [[Int32]]
  var cases: [UInt8]
  /// The heads for which `relations` are scored.
  var heads: [Int]
  /// By head, what the quantised encoder says as numpy simulates it; the first scores of each word.
  var scores: [String: [[Float]]]
  /// What the encoder says in floats.
  var floats: [String: [[Float]]]

  var testDescription: String { words.joined(separator: " ") }
}

/// `Fixtures/encoder.json`.
struct Dump: Decodable, Sendable {
  /// The checksum of the weights that it was made with.
  var weights: UInt32
  var sentences: [DumpedSentence]

  static func read() throws -> Dump {
    let file = repository + "/Tests/LanguageAnalysisTests/Fixtures/encoder.json"
    return try JSONDecoder().decode(
      Dump.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
