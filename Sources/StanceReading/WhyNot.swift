public import LanguageAnalysis
public import SourceText
import StanceModel
import StanceOntology

/// What the reader saw at a word that could carry a stance.
public struct CueReport: Sendable {
  /// UTF-8 bytes of the article's text.
  public var span: TextSpan
  public var words: String
  /// The kind of cue, as `ontology/cues.tsv` has it.
  public var kind: String
  /// Who fills its holder slots; empty where nobody is known.
  public var holders: [String]
  /// The words in its target slots; empty where there are none.
  public var targets: [String]
  /// Whether the text commits to it: `asserted`, or why not.
  public var veridicality: String
}

extension StanceReader {
  /// The words of a document that could carry a stance, and what was found for each: why a sentence gave no statement.
  public func cues(in document: Document) -> [CueReport] {
    let context = context(of: document)
    return (0..<context.tokens.count).compactMap { token in
      guard let cue = context.cues[token], cue.kind != .shell, cue.kind != .light else {
        return nil
      }
      let veridicality =
        switch context.veridicality(of: token) {
        case .asserted(let sign, let modality): (sign < 0 ? "denied, " : "") + modality.rawValue
        case .suspended: "not asserted: wanted, asked, supposed or part of another stance"
        }
      return CueReport(
        span: context.tokens.spans[token], words: context.cueWords(cue, token),
        kind: cue.kind.rawValue, holders: context.holders(of: cue, token).map(\.description),
        targets: context.targets(of: cue, token).map { context.words($0) },
        veridicality: veridicality)
    }
  }
}
