public import SourceText

/// A contraction as it is written (`don't`), over the words it is made of (`do`, `n't`).
public struct MultiwordToken: Sendable, Hashable {
  /// Two or more tokens of the document.
  public var tokens: Range<Int>
  /// UTF-8 bytes of the article's text.
  public var span: TextSpan
  public var form: String

  public init(tokens: Range<Int>, span: TextSpan, form: String) {
    self.tokens = tokens
    self.span = span
    self.form = form
  }
}
