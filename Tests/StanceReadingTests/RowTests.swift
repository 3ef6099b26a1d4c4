import Foundation
import StanceModel
import StanceOntology
import Testing

/// A sentence of `Rows/rows.tsv`: a construction by its number in the list of what a sentence can look like, the form
/// it stands in, and what has to be read.
///
/// `expected` has items joined by ` ; `, all of which must hold; alternatives of an item are joined by ` / `, those of a
/// field by `|`. `none`: nothing; `not HOLDER [POLARITY [TARGET]]`: no such statement; a target is given by its beginning.
struct RowCase: Sendable, CustomTestStringConvertible {
  var row: String
  var form: String
  var sentence: String
  var expected: String
  /// Not read yet: the row says so with `open`, and a test fails once it is read.
  var isOpen: Bool

  var testDescription: String { "\(row) \(form): \(sentence)" }

  static let all: [RowCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Rows/rows.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count == 4 || cells.count == 5 else { return nil }
      return RowCase(
        row: cells[0], form: cells[1], sentence: cells[2], expected: cells[3],
        isOpen: cells.last == "open")
    }
  }()

  func holds(of statements: [Statement]) -> Bool {
    let taken = statements.filter { $0.polarity != .neutral }
    return expected.components(separatedBy: " ; ").allSatisfy { item in
      if item == "none" { return taken.isEmpty }
      if item.hasPrefix("not ") {
        return !taken.contains { Self.fits($0, String(item.dropFirst(4))) }
      }
      return item.components(separatedBy: " / ").contains { wanted in
        taken.contains { Self.fits($0, wanted) }
      }
    }
  }

  private static func fits(_ statement: Statement, _ wanted: String) -> Bool {
    let fields = wanted.split(separator: " ").map { $0.split(separator: "|").map { String($0) } }
    let holder = statement.holder.description
    guard let holders = fields.first,
      holders.contains(where: {
        // Groups have no agreed names.
        $0 == "*" || $0 == holder || $0.hasPrefix("group:") && holder.hasPrefix("group:")
          || $0.hasSuffix(":") && holder.hasPrefix($0)
      })
    else { return false }
    if fields.count > 1, fields[1] != ["*"], !fields[1].contains(statement.polarity.rawValue) {
      return false
    }
    guard fields.count > 2 else { return true }
    let targets = [statement.target.id, reversed(statement.target.id)]
    return fields[2].contains { wanted in targets.contains { $0.hasPrefix(wanted) } }
  }

  /// An issue with its two roles the other way round, for those where the order says nothing.
  private static func reversed(_ id: String) -> String {
    guard let open = id.firstIndex(of: "("), id.hasSuffix(")") else { return id }
    let roles = id[id.index(after: open)...].dropLast().split(separator: ",")
    return id[..<open] + "(" + roles.reversed().joined(separator: ",") + ")"
  }
}

@Suite struct RowTests {
  @Test func `every row has every form`() {
    #expect(RowCase.all.count == 256)
    #expect(Set(RowCase.all.map { "\($0.row) \($0.form)" }).count == 256)
  }

  @Test(arguments: RowCase.all)
  func `a construction is read in every form it can take`(_ item: RowCase) throws {
    let read = try statements(in: item.sentence)
    #expect(
      item.holds(of: read) != item.isOpen,
      "\(read.map { "\($0.holder) \($0.polarity.rawValue) \($0.target.id)" })")
  }
}
