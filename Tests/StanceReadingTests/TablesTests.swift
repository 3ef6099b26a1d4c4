import ArticleReading
import Foundation
import SourceText
import StanceGraphKit
import StanceModel
import Testing

@testable import StanceReading

@Suite struct TablesTests {
  /// A folder of its own with these files, removed at the end.
  private func with(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder.path)
  }

  private static let cueHeader = CueLexicon.columns.joined(separator: "\t") + "\texample\n"
  private static let issueHeader = IssueTable.issueColumns.joined(separator: "\t") + "\tnote\n"
  private static let patternHeader =
    IssueTable.patternColumns.joined(separator: "\t") + "\texample\n"

  @Test(arguments: [
    ("snub\tX\tattitude\t-\tsubj\tobj\t3\tasserted\t", "'X' is no part of speech"),
    ("snub\tV\tmood\t-\tsubj\tobj\t3\tasserted\t", "'mood' is no kind of cue"),
    ("snub\tV\tattitude\t?\tsubj\tobj\t3\tasserted\t", "'?' is no polarity"),
    ("snub\tV\tattitude\t-\tsubj\tOBJ\t3\tasserted\t", "'OBJ' is no slot"),
    ("snub\tV\tattitude\t-\tsubj\tobj\t9\tasserted\t", "'9' is no strength"),
    ("snub\tV\tattitude\t-\tsubj\tobj\t3\tloudly\t", "'loudly' is no modality"),
  ])
  func `a broken cue is named with its line and left out`(row: String, problem: String) throws {
    let good = "reject\tV\tattitude\t-\tsubj\tobj\t4\tasserted\tREJECT\n"
    try with(["cues.tsv": Self.cueHeader + good + row + "\n"]) { folder in
      let lexicon = try CueLexicon(paths: [folder + "/cues.tsv"])
      #expect(lexicon.count == 1)
      #expect(lexicon.faults.map(\.problem) == [problem])
      #expect(lexicon.faults.map(\.line) == [3])
    }
  }

  @Test(arguments: [
    "reject\tV\tattitude\t-\tsubj\tobj\t5\tasserted\t\t",
    "reject\tV\tattitude\t+\tposs\tobj\t2\tasserted\t\t",
  ])
  func `a second row of a cue with the same target is named with its line`(row: String) throws {
    let rows =
      "reject\tV\tattitude\t-\tsubj\tobj,ccomp\t4\tasserted\t\t\n"
      + "reject\tV\tattitude\t-\tsubj\tas\t4\tasserted\t\t\n" + row + "\n"
    try with(["cues.tsv": Self.cueHeader + rows]) { folder in
      let lexicon = try CueLexicon(paths: [folder + "/cues.tsv"])
      #expect(lexicon.count == 2)
      #expect(
        lexicon.faults.map(\.problem)
          == ["'reject' (V, attitude, target obj) is on line 2 already"])
      #expect(lexicon.faults.map(\.line) == [4])
    }
  }

  @Test func `a cue of a later file stands before that of an earlier one, and is no duplicate`()
    throws
  {
    let base = "reject\tV\tattitude\t-\tsubj\tobj\t4\tasserted\t\t\n"
    let own = "reject\tV\tattitude\t-\tsubj\tobj\t1\tasserted\t\t\n"
    try with(["cues.tsv": Self.cueHeader + base, "own.tsv": Self.cueHeader + own]) { folder in
      let lexicon = try CueLexicon(paths: [folder + "/cues.tsv", folder + "/own.tsv"])
      #expect(lexicon.faults.isEmpty)
      #expect(lexicon.rows(head: "reject").map(\.strength) == [1, 4])
    }
  }

  @Test func `a wording of a later file stands before the same of an earlier one`() throws {
    let issues =
      Self.issueHeader + "truce\t\tno\ttruce\t\t\t\nlevy\t\tno\tlevy\t\t\t\n"
    func patterns(_ issue: String) -> String {
      Self.patternHeader + "\(issue)\ttruce\tN\t\t\t+\tno\t\t\n"
    }
    try with(["issues.tsv": issues, "a.tsv": patterns("truce"), "b.tsv": patterns("levy")]) {
      folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/a.tsv", folder + "/b.tsv"])
      #expect(table.faults.isEmpty)
      #expect(table.patterns(head: "truce").map(\.issue) == ["levy", "truce"])
    }
  }

  @Test func `a second row of an issue, a wording or a relation is named with its line`() throws {
    let issues =
      Self.issueHeader + "truce\t\tno\ttruce\t\t\t\nlevy\t\tno\tlevy\t\t\t\n"
      + "truce\t\tno\tarmistice\t\t\t\n"
    let patterns =
      Self.patternHeader + "truce\ttruce\tN\tlong & end\t\t+\tno\t\t\n"
      + "truce\ttruce\tN\t\t\t+\tno\t\t\n" + "levy\ttruce\tN\tend & long\t\t-\tno\t\t\n"
    let relation = "leads\tchair\tV\t\tsubj\tobj\t\n"
    let relations = RelationTable.columns.joined(separator: "\t") + "\n" + relation + relation
    try with([
      "issues.tsv": issues, "issue-patterns.tsv": patterns, "relations.tsv": relations,
    ]) { folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/issue-patterns.tsv"])
      #expect(
        table.faults.map(\.problem) == [
          "'truce' is on line 2 already", "the wording 'truce' is on line 2 already, for 'truce'",
        ])
      #expect(table.faults.map(\.line) == [4, 4])
      #expect(table.issues.map(\.labelTemplate) == ["levy", "truce"])
      let read = try RelationTable(paths: [folder + "/relations.tsv"])
      #expect(read.faults.map(\.problem) == ["'chair' for leads is on line 2 already"])
      #expect(read.faults.map(\.line) == [3])
    }
  }

  private static let codebookHeader = IssueTable.codebookColumns.joined(separator: "\t") + "\n"

  @Test(arguments: [
    ("Truce\tTruce\tceasefire\t", "'Truce' is no id"),
    ("truce\tTruce\t\t", "'truce' has no patterns"),
    ("truce\tTruce\t a b c d e f\t", "' a b c d e f' is no wording"),
    ("truce\tTruce\tceasefire\tpeace", "'peace' is no concept"),
    ("truce\tTruce\tceasefire\ttruce", "'truce' is a part of itself"),
    ("war\tWar\tfight\t", "'war' is on line 2 already"),
    ("truce\tTruce\tend fight|-war\t", "'war' is a wording on line 2 already"),
    ("truce\tTruce\tend fight|end fight\t", "'end fight' is a wording on line 3 already"),
  ])
  func `a broken row of a codebook is named with its line`(row: String, problem: String) throws {
    try with(["book.tsv": Self.codebookHeader + "war\tWar\twar\t\n" + row + "\n"]) { folder in
      let table = try IssueTable(codebook: folder + "/book.tsv")
      #expect(table.faults.map(\.problem) == [problem])
      #expect(table.faults.map(\.line) == [3])
    }
  }

  @Test func `a codebook reads its wordings, with their sign`() throws {
    let rows = "truce\tA truce\tceasefire|end war|-continue war\t\n"
    try with(["book.tsv": Self.codebookHeader + rows]) { folder in
      let reader = try StanceGraphKit.Reader(codebook: folder + "/book.tsv")
      let text =
        "Kenya called for a ceasefire. Chad wants to end the war. Ghana vowed to continue the war. Peru rejected the levy."
      let article = Article(
        document: "text", path: "text", text: text, textHash: "",
        blocks: [.init(.paragraph, TextSpan(0, text.utf8.count))], date: "2025-02-12")
      let read = reader.read(article).statements.map {
        "\($0.holder) \($0.polarity.rawValue) \($0.target.id)"
      }
      #expect(
        read == [
          "country:KE support issue:truce()", "country:TD support issue:truce()",
          "country:GH oppose issue:truce()",
        ])
    }
  }

  @Test func `an issue that is a part of itself is named with its line`() throws {
    let issues =
      Self.issueHeader + "a\t\tno\ta\t\tb\t\nb\t\tno\tb\t\ta\t\nc\t\tno\tc\t\ta\t\n"
    try with(["issues.tsv": issues, "issue-patterns.tsv": Self.patternHeader]) { folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/issue-patterns.tsv"])
      #expect(table.faults.map(\.line) == [2, 3])
    }
  }

  @Test func `a pattern that fills no role of its issue is named with its line`() throws {
    let issues = Self.issueHeader + "truce\tplace\tno\ttruce[ in {place}]\t\t\n"
    let patterns = Self.patternHeader + "truce\ttruce\tN\t\t\t+\tno\tland=in\n"
    try with(["issues.tsv": issues, "issue-patterns.tsv": patterns]) { folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/issue-patterns.tsv"])
      #expect(table.faults.map(\.problem) == ["'land=in' fills no role of truce"])
      #expect(table.faults.map(\.line) == [2])
    }
  }

  @Test(
    arguments: [
      ([nil, nil], "deal"), (["A", nil], "deal with A"), (["A", "B"], "deal between A and B"),
    ] as [([String?], String)])
  func `the label of a symmetric issue says the sides that are known`(
    roles: [String?], label: String
  ) throws {
    let issues =
      Self.issueHeader + "deal\tparty|party\tyes\tdeal[ between {party} and {party}]\t\t\n"
    try with(["issues.tsv": issues, "issue-patterns.tsv": Self.patternHeader]) { folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/issue-patterns.tsv"])
      #expect(table.label(slug: "deal", roles: roles) == label)
    }
  }

  @Test func `a missing table says how to name the ontology`() throws {
    #expect {
      _ = try StanceTables(directories: ["/nonexistent"])
    } throws: { error in
      (error as? Diagnostic)?.problem == "the table is missing"
    }
  }

  @Test(arguments: [
    "subj", "obj", "poss", "against", "obj>amod", "obj+xcomp", "of@country", "obj>amod@country",
    "with@actor", "country:GB",
  ])
  func `the names of slots are read`(name: String) {
    #expect(Slot(name) != nil)
  }

  @Test(arguments: [
    ("a b\tplace\tno\tx\t\t", "'a b' is no slug"),
    ("truce\tplace\tmaybe\tx\t\t", "'maybe' is neither yes nor no"),
    ("truce\tplace\tyes\tx\t\t", "a symmetric issue has two roles, not 1"),
    ("truce\tplace\tno\ttruce in {land}\t\t", "the label names 'land', which is no role"),
    ("truce\tplace\tno\ttruce[ in {place}\t\t", "a bracket of the label is not closed"),
    ("truce\tplace\tno\tx\twar\t", "'war' is no issue"),
    ("truce\tplace\tno", "3 cells, where at least 6 are expected"),
  ])
  func `a broken issue is named with its line`(row: String, problem: String) throws {
    try with([
      "issues.tsv": Self.issueHeader + row + "\n", "issue-patterns.tsv": Self.patternHeader,
    ]) {
      folder in
      let table = try IssueTable(
        issues: [folder + "/issues.tsv"], patterns: [folder + "/issue-patterns.tsv"])
      #expect(table.faults.map(\.problem) == [problem])
      #expect(table.faults.map(\.line) == [2])
    }
  }

  @Test(arguments: [
    ("attacks\t \tV\t\tsubj\tobj", "the lemma is empty"),
    ("attacks\tattack\tV\t\tsbuj\tobj", "'sbuj' is no slot"),
    ("attacks\tattack\tV\t\t123\tobj", "'123' is no slot"),
    ("attacks\tattack\tV\t\tsubj\t", "a relation needs slots for both its entities"),
  ])
  func `a broken relation is named with its line`(row: String, problem: String) throws {
    let header = RelationTable.columns.joined(separator: "\t") + "\texample\r\n"
    try with(["relations.tsv": header + row + "\r\n"]) { folder in
      let table = try RelationTable(paths: [folder + "/relations.tsv"])
      #expect(table.faults.map(\.problem) == [problem])
      #expect(table.faults.map(\.line) == [2])
    }
  }

  @Test(arguments: ["", "OBJ", "of@planet", ">obj", "a1"])
  func `what is no slot is refused`(name: String) {
    #expect(Slot(name) == nil)
  }
}
