public import SourceText

/// A universal part-of-speech tag (Universal Dependencies v2).
public enum UPOS: String, Sendable, CaseIterable {
  case adj = "ADJ"
  case adp = "ADP"
  case adv = "ADV"
  case aux = "AUX"
  case cconj = "CCONJ"
  case det = "DET"
  case intj = "INTJ"
  case noun = "NOUN"
  case num = "NUM"
  case part = "PART"
  case pron = "PRON"
  case propn = "PROPN"
  case punct = "PUNCT"
  case sconj = "SCONJ"
  case sym = "SYM"
  case verb = "VERB"
  case x = "X"
}

/// The tokens (UD syntactic words) of a document in text order; column `i` of every array is token `i`.
///
/// A contraction's parts (`do`, `n't`) are two tokens; where the parts are not in the text letter for
/// letter (`wo` in `won't` is) they share the span of the whole.
public struct Tokens: Sendable, Equatable {
  /// UTF-8 bytes of the article's text.
  public var spans: [TextSpan] = []
  public var forms: [String] = []
  public var lemmas: [String] = []
  public var upos: [UPOS] = []
  public var xpos: [String] = []
  /// UD features, `Number=Sing|Person=3`, or `_`.
  public var features: [String] = []
  /// The index of the head in these arrays; -1 at a root.
  public var heads: [Int] = []
  /// UD relations with subtypes, `nsubj:pass`.
  public var relations: [String] = []

  public init() {}

  public var count: Int { spans.count }
}

/// A sentence: a range of the document's tokens.
public struct Sentence: Sendable, Hashable {
  public var tokens: Range<Int>
  public var span: TextSpan
  /// Whether a paragraph (or another block) begins with it.
  public var beginsBlock: Bool
  /// Whether it is a title, heading or caption rather than running text.
  public var isHeading: Bool

  public init(tokens: Range<Int>, span: TextSpan, beginsBlock: Bool, isHeading: Bool) {
    self.tokens = tokens
    self.span = span
    self.beginsBlock = beginsBlock
    self.isHeading = isHeading
  }
}
