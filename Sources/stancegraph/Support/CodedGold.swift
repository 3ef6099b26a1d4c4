import Foundation
import SourceText
import StanceEvaluation
import StanceGraphKit
import StanceModel
import StanceOntology
import StanceReading

/// What was coded by hand in the articles of a collection, and what counts as the same.
struct CodedGold {
  /// For each article that has gold, by its place among the documents.
  private(set) var gold: [Int: Gold] = [:]
  private(set) var agreement: Agreement
  /// What is said of the gold before the figures; empty where nothing need be.
  private(set) var preface = ""

  /// - Parameters:
  ///   - path: a folder of NAME.stances.jsonl, or an event list.
  ///   - renamed: headers of an event list's columns.
  /// - Throws: `Diagnostic` where the gold can't be read.
  init(
    _ path: String, renamed: [EventList.Column: String], for collection: inout Collection,
    options: AnalysisOptions
  ) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Diagnostic(
        .noInput, file: path, problem: "there is no such folder or file",
        remedy: "Name the folder that holds NAME.stances.jsonl for NAME.txt, or an event list.")
    }
    let issues = try options.tables().issues.issues
    agreement = Agreement(symmetric: Set(issues.filter(\.isSymmetric).map(\.slug)))
    if isFolder.boolValue {
      // The coders' own list of issues, where it stands beside the gold.
      if let page = FileManager.default.contents(atPath: path + "/ISSUES.md") {
        agreement = Agreement(issuesPage: String(decoding: page, as: UTF8.self))
      }
      try read(folder: path, &collection)
    } else {
      let list = try EventList(path: path, renamed: renamed)
      try read(list, issues, &collection, options)
    }
  }

  private mutating func read(folder: String, _ collection: inout Collection) throws {
    var owners: [String: String] = [:]
    for (index, record) in collection.documents.enumerated() {
      let path = folder + "/" + FileNames.stem(record.document) + ".stances.jsonl"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      if let owner = owners[path] {
        collection.failures.add(
          Diagnostic(
            file: path, problem: "this is the gold of both \(owner) and \(record.document)",
            remedy: "Expected: one article of a name. It is counted for the first alone."))
        continue
      }
      owners[path] = record.document
      let coded = try Gold(path: path, text: record.text)
      for fault in coded.faults { collection.failures.add(fault) }
      gold[index] = coded
    }
  }

  private mutating func read(
    _ list: EventList, _ issues: [Issue], _ collection: inout Collection,
    _ options: AnalysisOptions
  ) throws {
    let ontology = try Ontology(
      directories: Reader.ontologyFolders(overlays: options.ontologies))
    let coding = EventCoding(
      list,
      concepts: issues.map { EventCoding.Concept(slug: $0.slug, label: $0.labelTemplate) },
      ontology: ontology, articles: collection.documents)
    for fault in list.faults + coding.faults { collection.failures.add(fault) }
    for note in coding.notes { Messages.note(note) }
    gold = coding.gold
    // With a codebook every statement is on one of its concepts; without, coders looked for their own alone.
    if options.issues == nil {
      agreement = Agreement(
        symmetric: Set(issues.filter(\.isSymmetric).map(\.slug)), coded: coding.issues)
    }
    let tally = coding.tally
    preface =
      "\(list.file): \(list.events.count + list.faults.count) rows, of which\n"
      + "  \(tally.compared - tally.ofNoIssue) compared\n"
      + "  \(tally.ofNoIssue) on a concept that is no issue\n"
      + "  \(tally.elsewhere) of articles that are not here\n"
      + "  \(list.faults.count) not readable\n\n"
  }
}
