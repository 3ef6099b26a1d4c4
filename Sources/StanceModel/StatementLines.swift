import SourceText
import StanceOntology

/// The lines of `statements.jsonl`: articles, statements and relations, a JSON object a line.
///
/// An article comes before what was read in it:
/// ```
/// {"document":"a.txt","title":null,"outlet":null,"author":null,"date":"2025-02-12","url":null,"text_sha256":"…","text":"…"}
/// {"id":"s…","document":"a.txt","start":0,"end":41,"evidence":"…","holder":"country:US","source":"","chain":[],…}
/// {"id":"r…","document":"a.txt","start":50,"end":79,"evidence":"…","relation":"annexed","subject":"country:RU",…}
/// ```
public enum StatementLines {
  /// The line of a statement, without the line's end.
  ///
  /// - Parameter trace: Whether to add how it was read, as `"trace"`.
  public static func line(_ statement: Statement, trace: Bool = false) -> String {
    var object = JSONObject()
    object.put("id", statement.id)
    object.put("document", statement.document)
    object.put("start", statement.evidence.start)
    object.put("end", statement.evidence.end)
    object.put("evidence", statement.quotation)
    object.put("holder", statement.holder.description)
    object.put("source", statement.source?.description ?? "")
    object.put("chain", statement.chain.map(\.description))
    object.put("cue", statement.cue)
    object.put("target", statement.target.id)
    if Target(id: statement.target.id) != statement.target {
      object.put("target_parts", parts(of: statement.target))
    }
    object.put("polarity", statement.polarity.rawValue)
    object.put("strength", statement.strength)
    object.put("modality", statement.modality.rawValue)
    object.put("confidence", raw: NumberText.twoDecimals(statement.confidence))
    object.put("construction", statement.construction)
    if let date = statement.date { object.put("date", date) }
    if trace {
      object.put(
        "trace",
        statement.trace.map { step in
          var object = JSONObject()
          object.put("rule", step.rule)
          object.put("start", step.span.start)
          object.put("end", step.span.end)
          object.put("words", step.words)
          object.put("effect", step.effect)
          return object
        })
    }
    return object.closed
  }

  /// The line of a relation, without the line's end.
  public static func line(_ relation: Relation) -> String {
    var object = JSONObject()
    object.put("id", relation.id)
    object.put("document", relation.document)
    object.put("start", relation.evidence.start)
    object.put("end", relation.evidence.end)
    object.put("evidence", relation.quotation)
    object.put("relation", relation.predicate)
    object.put("subject", relation.subject.description)
    object.put("object", relation.object.description)
    object.put("year", orNull: relation.year)
    object.put("source", relation.source?.description ?? "")
    object.put("confidence", raw: NumberText.twoDecimals(relation.confidence))
    object.put("construction", relation.construction)
    return object.closed
  }

  /// The line of an article, without the line's end.
  public static func line(_ record: DocumentRecord) -> String {
    var object = JSONObject()
    object.put("document", record.document)
    object.put("title", orNull: record.title)
    object.put("outlet", orNull: record.outlet)
    object.put("author", orNull: record.author)
    object.put("date", orNull: record.date)
    object.put("url", orNull: record.url)
    object.put("text_sha256", record.textHash)
    object.put("text", record.text)
    return object.closed
  }

  /// All lines in the order of every output: by document, each article first, then its statements and
  /// relations by place.
  ///
  /// - Parameters:
  ///   - documents: Whether to write the articles themselves.
  ///   - relations: Whether to write the relations.
  ///   - traces: Whether to write how each statement was read.
  ///   - line: Called with each line, without its end.
  public static func write(
    _ graph: StanceGraph, documents: Bool = true, relations: Bool = true, traces: Bool = true,
    line: (String) throws -> Void
  ) rethrows {
    // Articles first, then by place; the lists come sorted, and each keeps its order.
    var items: [(document: String, span: TextSpan, rank: Int, index: Int)] = []
    if documents {
      items += graph.documents.enumerated().map { ($1.document, TextSpan(-1, -1), 0, $0) }
    }
    items += graph.statements.enumerated().map { ($1.document, $1.evidence, 1, $0) }
    if relations {
      items += graph.relations.enumerated().map { ($1.document, $1.evidence, 2, $0) }
    }
    items.sort { a, b in
      guard a.document.utf8.elementsEqual(b.document.utf8) else {
        return ByteOrder.precedes(a.document, b.document)
      }
      return a.span == b.span ? (a.rank, a.index) < (b.rank, b.index) : a.span < b.span
    }
    for item in items {
      switch item.rank {
      case 0: try line(Self.line(graph.documents[item.index]))
      case 1: try line(Self.line(graph.statements[item.index], trace: traces))
      default: try line(Self.line(graph.relations[item.index]))
      }
    }
  }

  /// A target whose id can't be read back, part by part.
  static func parts(of target: Target) -> [String] {
    switch target {
    case .entity(let entity): ["entity", entity.kind.rawValue, entity.key]
    case .issue(let slug, let roles): ["issue", slug] + roles.map { $0?.description ?? "*" }
    case .proposition(let predicate, let arguments): ["proposition", predicate] + arguments
    }
  }
}
