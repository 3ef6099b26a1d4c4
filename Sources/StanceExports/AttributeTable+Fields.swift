import SourceText
import StanceModel

extension AttributeTable {
  /// A column and where its values come from.
  struct Field<Row> {
    var column: Column
    var value: @Sendable (Row) -> Value?

    /// An empty string is no value: formats write none for it, and readers differ over empty elements.
    static func string(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Field {
      Field(column: Column(name: name, type: .string)) { row in
        value(row).flatMap { AttributeTable.text($0) }
      }
    }

    static func int(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Field {
      Field(column: Column(name: name, type: .int)) { value($0).map { .int($0) } }
    }

    static func double(_ name: String, _ value: @escaping @Sendable (Row) -> Double?) -> Field {
      Field(column: Column(name: name, type: .double)) { row in
        value(row).flatMap { $0.isFinite ? .double($0) : nil }
      }
    }

    static func confidence(_ name: String, _ value: @escaping @Sendable (Row) -> Double?) -> Field {
      Field(column: Column(name: name, type: .double)) { value($0).map { .confidence($0) } }
    }
  }

  /// Lists have no type in GraphML: joined by ` | `.
  static func joined(_ list: [String]) -> String { list.joined(separator: " | ") }

  static var nodeFields: [Field<GraphNode>] {
    [
      .string("uid") { $0.uid },
      .string("label") { $0.label },
      // Cytoscape shows `name`, Gephi `label`.
      .string("name") { $0.label },
      .string("kind") { $0.kind.rawValue },
      .string("iso") { $0.iso },
      .string("wikidata") { $0.wikidata },
      .string("issue") { $0.issue },
      .string("roles") { joined($0.roles.map { "\($0.name)=\($0.filler ?? "*")" }) },
      .string("affiliation") { $0.affiliation },
      .int("n_statements") { $0.statementCount },
    ]
  }

  static var edgeFields: [Field<GraphEdge>] {
    [
      // igraph mixes up edge ids, and Cytoscape forgets them.
      .string("statement_id") { $0.statementID ?? $0.id },
      .string("kind") { $0.kind.rawValue },
      .string("label") { $0.label },
      .string("interaction") { $0.interaction },
      .int("polarity") { $0.polarity?.sign },
      .double("sign_weight") { $0.polarity.map { Double($0.sign) } },
      // Negative and zero weights break layouts: the sign stands apart.
      .double("weight") { _ in 1 },
      .int("strength") { $0.strength },
      .string("modality") { $0.modality?.rawValue },
      .confidence("confidence") { $0.confidence },
      .string("source") { $0.source },
      .string("chain") { joined($0.chain) },
      .string("cue") { $0.cue },
      .string("quotation") { $0.evidence?.quotation },
      .string("document") { $0.evidence?.document },
      .string("title") { $0.evidence?.title },
      .string("outlet") { $0.evidence?.outlet },
      .string("date") { $0.evidence?.date },
      .string("date_start") { $0.since },
      .string("date_end") { $0.until },
      .int("year") { $0.year },
      .int("start") { $0.evidence?.span.start },
      .int("end") { $0.evidence?.span.end },
      .string("text_sha256") { $0.evidence?.textHash },
      .string("url") { $0.evidence?.url },
      .string("authority") { $0.authority },
      .string("construction") { $0.construction },
      .string("coder") { $0.coder.rawValue },
    ]
  }

  static var sumFields: [Field<AggregatedEdge>] {
    [
      .string("statement_id") { $0.id },
      .string("kind") { $0.kind.rawValue },
      .string("label") { edge in
        edge.polarity == nil ? edge.edges.first?.label : edge.interaction
      },
      .string("interaction") { $0.interaction },
      .int("polarity") { $0.polarity?.sign },
      .double("sign_weight") { edge in
        edge.polarity.map { Double($0.sign * edge.statementCount) }
      },
      .double("weight") { Double(max(1, $0.statementCount)) },
      .confidence("confidence") { $0.confidence },
      .int("n_statements") { $0.statementCount },
      .int("n_documents") { $0.documentCount },
      .int("n_outlets") { $0.outletCount },
      .string("date_first") { $0.firstDate },
      .string("date_last") { $0.lastDate },
      .string("quotations") { joined($0.quotations) },
      .string("statements") { joined($0.edges.compactMap(\.statementID)) },
      .int("year") { $0.year },
    ]
  }
}
