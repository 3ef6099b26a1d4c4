import ArticleReading
import SourceText
import StanceOntology

/// Writes a document's analysis as one line of JSON, with the keys in a fixed order.
///
/// `{"document","text","sentences":[{"start","end","tokens":[{"id","start","end","form","lemma","upos","xpos",
/// "feats","head","deprel"}]}],"mentions":[{"start","end","head":[start,end],"type","entity","named","chain"}],
/// "quotations":[{"kind","standing","source":[start,end],"cue":[start,end],"content":[[start,end],…],
/// "speaker","parent"}],"coreference":[[[start,end],…],…]}`
///
/// Offsets are UTF-8 bytes of `text`, ends exclusive. A token's `id` counts from 1 in its sentence and `head` is
/// an id, 0 at the root. `chain` and `parent` are indices from 0, of the coreference chains and of
/// `quotations`. What is missing is `null`.
public struct AnnotationJSON: Sendable {
  public init() {}

  /// The line, without its end.
  ///
  /// - Parameter document: the columns of its tokens must all have the same count.
  public func write(_ document: Document) -> String {
    var json = JSONText()
    json.object {
      $0.string("document", document.article.document)
      $0.string("text", document.article.text)
      $0.array("sentences", document.sentences) { write($1, of: document.tokens, to: &$0) }
      $0.array("mentions", document.mentions) { write($1, of: document.tokens, to: &$0) }
      $0.array("quotations", document.quotations) { write($1, of: document.tokens, to: &$0) }
      $0.array("coreference", document.coreference) { json, chain in
        json.array(chain) { $0.span(document.tokens.span(of: $1)) }
      }
    }
    return json.text
  }

  private func write(_ sentence: Sentence, of tokens: Tokens, to json: inout JSONText) {
    let first = sentence.tokens.lowerBound
    let isParsed = tokens.isTree(sentence.tokens) && !tokens.isUnparsed(sentence.tokens)
    json.object {
      $0.number("start", sentence.span.start)
      $0.number("end", sentence.span.end)
      $0.array("tokens", sentence.tokens) { json, i in
        json.object {
          $0.number("id", i - first + 1)
          $0.number("start", tokens.spans[i].start)
          $0.number("end", tokens.spans[i].end)
          $0.string("form", tokens.forms[i])
          $0.string("lemma", tokens.lemmas[i])
          $0.string("upos", tokens.upos[i].rawValue)
          $0.string("xpos", tokens.xpos[i].isEmpty ? nil : tokens.xpos[i])
          $0.string("feats", tokens.features[i] == "_" ? nil : tokens.features[i])
          $0.number("head", isParsed ? max(0, tokens.heads[i] - first + 1) : nil)
          $0.string("deprel", isParsed ? tokens.relations[i] : nil)
        }
      }
    }
  }

  private func write(_ mention: Mention, of tokens: Tokens, to json: inout JSONText) {
    let span = tokens.span(of: mention.tokens)
    json.object {
      $0.number("start", span?.start)
      $0.number("end", span?.end)
      $0.span("head", tokens.span(of: mention.head..<(mention.head + 1)))
      $0.string("type", mention.type.rawValue)
      $0.string("entity", mention.entity?.description)
      $0.string("named", mention.named)
      $0.number("chain", mention.chain)
    }
  }

  private func write(_ quotation: Quotation, of tokens: Tokens, to json: inout JSONText) {
    let source = quotation.source ?? quotation.sourceHead.map { $0..<($0 + 1) }
    json.object {
      $0.string("kind", quotation.kind.rawValue)
      $0.string("standing", quotation.standing.rawValue)
      $0.span("source", source.flatMap { tokens.span(of: $0) })
      $0.span("cue", quotation.cue.flatMap { tokens.span(of: $0) })
      $0.array("content", quotation.content) { $0.span(tokens.span(of: $1)) }
      $0.string("speaker", quotation.speaker?.description)
      $0.number("parent", quotation.parent)
    }
  }
}

extension Tokens {
  /// From the first token's beginning to the last one's end; nil for an empty range or one outside.
  fileprivate func span(of range: Range<Int>) -> TextSpan? {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return TextSpan(spans[range.lowerBound].start, spans[range.upperBound - 1].end)
  }
}
