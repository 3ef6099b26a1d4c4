import ArticleReading
import Foundation
import SourceText
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

/// A short document of `Fixtures/encoder.json` with its noun phrases.
struct DumpedDocument: Decodable, Sendable {
  struct Sentence: Decodable, Sendable {
    var words: [String]
    var upos: [String]
    var xpos: [String]
    var lemmas: [String]
    /// From 1 on, 0 at the root.
    var heads: [Int]
    var relations: [String]
  }

  struct Phrase: Decodable, Sendable {
    var sentence: Int
    /// Begin and end, counted in the sentence.
    var tokens: [Int]
    var word: Int
    /// The number of a phrase before it, and the score over that of none.
    var antecedents: [[Float]]
  }

  var sentences: [Sentence]
  var phrases: [Phrase]

  var parsed: Document {
    var document = Document(
      article: Article(
        document: "dumped", path: "dumped", text: "", textHash: "", blocks: []))
    for sentence in sentences {
      let first = document.tokens.count
      document.tokens.spans += sentence.words.map { _ in TextSpan(0, 0) }
      document.tokens.forms += sentence.words
      document.tokens.lemmas += sentence.lemmas
      document.tokens.upos += sentence.upos.map { UPOS(rawValue: $0) ?? .x }
      document.tokens.xpos += sentence.xpos
      document.tokens.features += sentence.words.map { _ in "_" }
      document.tokens.heads += sentence.heads.map { $0 == 0 ? -1 : first + $0 - 1 }
      document.tokens.relations += sentence.relations
      document.sentences.append(
        LanguageAnalysis.Sentence(
          tokens: first..<document.tokens.count, span: TextSpan(0, 0), beginsBlock: false,
          isHeading: false))
    }
    return document
  }
}

/// `Fixtures/encoder.json`.
struct Dump: Decodable, Sendable {
  /// The checksum of the weights that it was made with.
  var weights: UInt32
  var sentences: [DumpedSentence]
  var document: DumpedDocument

  static func read() throws -> Dump {
    let file = repository + "/Tests/LanguageAnalysisTests/Fixtures/encoder.json"
    return try JSONDecoder().decode(
      Dump.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
