public import LanguageAnalysis
public import SourceText
public import StanceModel
import StanceOntology

/// What shows how a statement was read: its sentence with the words that matter, the parse, and the steps.
public struct Explanation: Sendable {
  /// UTF-8 bytes of the article's text.
  public var sentence: TextSpan
  public var marks: [TextMark]
  /// Where the holder is named if not in the sentence: the speaker of a quotation that runs on.
  public var speaker: TextSpan?
  public var parse: [ParsedWord]
  /// What each step of the reading did, in words.
  public var steps: [String]
}

/// A word of a sentence in its dependency tree.
public struct ParsedWord: Hashable, Sendable {
  /// Counted from 1 in the sentence.
  public var number: Int
  public var form: String
  /// The universal part of speech.
  public var upos: String
  /// The universal dependency relation to the head.
  public var relation: String
  /// The number of the head; 0 at the root.
  public var head: Int
  /// How many heads stand above it.
  public var depth: Int
}

extension StanceReader {
  /// How a statement was read in a document; nil where its evidence is in no sentence.
  public func explanation(of statement: Statement, in document: Document) -> Explanation? {
    let context = context(of: document)
    guard let marks = StatementMarks(statement, in: context) else { return nil }
    let sentence = document.sentences[marks.sentence]
    return Explanation(
      sentence: sentence.span, marks: marks.marks, speaker: marks.speaker,
      parse: Self.parse(of: sentence, context.tree),
      steps: StepWords(context: context, marks: marks).lines(statement))
  }

  static func parse(of sentence: Sentence, _ tree: SyntaxTree) -> [ParsedWord] {
    let tokens = sentence.tokens.clamped(to: 0..<tree.count)
    return tokens.map { token in
      ParsedWord(
        number: token - tokens.lowerBound + 1, form: tree.tokens.forms[token],
        upos: tree.tokens.upos[token].rawValue, relation: tree.tokens.relations[token],
        head: tree.head(of: token).map { $0 - tokens.lowerBound + 1 } ?? 0,
        depth: tree.ancestors(of: token).count)
    }
  }
}
