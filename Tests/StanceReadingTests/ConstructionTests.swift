import ArticleReading
import SourceText
import StanceGraphKit
import StanceModel
import Testing

@testable import StanceReading

/// The reader with what ships, made once.
let sharedReader = Result { try StanceGraphKit.Reader() }

/// The statements of a text of our own, as of a date.
func statements(in text: String, date: String? = "2025-02-12") throws -> [Statement] {
  try read(text, date: date).statements
}

/// What the shipped reader reads in a text: statements and relations.
func read(_ text: String, date: String? = "2025-02-12") throws -> ReadArticle {
  let article = Article(
    document: "text", path: "text", text: text, textHash: "",
    blocks: [.init(.paragraph, TextSpan(0, text.utf8.count))], date: date)
  return try sharedReader.get().read(article)
}

struct ConstructionCase: Sendable, CustomTestStringConvertible {
  var construction: String
  var example: ConstructionExample
  var testDescription: String { "\(construction): \(example.sentence)" }

  static let all = constructions.flatMap { construction in
    construction.examples.map { ConstructionCase(construction: construction.name, example: $0) }
  }
}

@Suite struct ConstructionTests {
  @Test(arguments: ConstructionCase.all)
  func `a construction reads its examples and keeps silent on its near misses`(
    _ item: ConstructionCase
  ) throws {
    let all = try statements(in: item.example.sentence)
    let read = all.filter { $0.construction == item.construction }
    let summary = all.map {
      "\($0.construction): \($0.holder) \($0.polarity.rawValue) \($0.target.id)"
    }
    guard let wanted = item.example.reads else {
      #expect(read.isEmpty, "read \(summary)")
      return
    }
    let isThere = read.contains { statement in
      "\(statement.holder) \(statement.polarity.rawValue) \(statement.target.id)".contains(wanted)
    }
    #expect(isThere, "wanted \(wanted), read \(summary)")
  }

  @Test func `every construction has an example that it reads and one that it does not`() {
    for construction in constructions {
      #expect(construction.examples.contains { $0.reads != nil }, "\(construction.name)")
      #expect(construction.examples.contains { $0.reads == nil }, "\(construction.name)")
    }
  }
}
