import FoundationEssentials
import SourceText

/// The words that report what somebody says or thinks: the table `reporting-cues.tsv` of the ontology.
public struct ReportingCues: Sendable {
  /// How a word reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// Reports words, in a clause or between marks (`said`, `statement`).
    case say
    /// Reports words and has the one addressed as its object (`told`).
    case tell
    /// Reports a question or a request (`asked`).
    case ask
    /// Reports a belief, hope or fear (`believe`).
    case think
    /// The source holds the opposite of the content (`denied`).
    case deny
    /// What a report, a survey or a person lets conclude (`shows`).
    case show
    /// Says something of its object; reports only words between marks (`called it “…”`).
    case name
    /// Reports only words between marks (`“…,” he continued`).
    case manner
    /// Reports the words between marks that are its object (`citing “…”`).
    case cite
    /// Tells a wish, an intention or a request; only what its frames allow is content (`wants to leave`).
    case want
    /// Names an act or event; no cue, but as the object of one it may be what is said (`announced a ban`).
    case event
  }

  /// What the table says of a word.
  public struct Cue: Sendable, Hashable {
    public var kind: Kind
    public var frames: [ReportingFrame] = []
  }

  /// By lemma; of several words the verb's lemma first, the others as they stand (`point out`).
  public private(set) var verbs: [String: Cue] = [:]
  /// The verbs of rows of several words.
  private(set) var phrasal: Set<String> = []
  /// By lemma.
  public private(set) var nouns: [String: Cue] = [:]
  /// By lemma, or by form where a participle is meant (`concerned`).
  public private(set) var adjectives: [String: Cue] = [:]
  /// In lower case (`reportedly`).
  public private(set) var adverbs: [String: Cue] = [:]
  /// By the words in lower case, joined by blanks (`according to`).
  public private(set) var prepositions: [String: Cue] = [:]

  public static let fileName = "reporting-cues.tsv"

  /// Reads a table whose first line names its columns: lemma, pos (VERB, NOUN, ADJ, ADV, ADP), kind, frames
  /// (joined by `|`) and notes. The last two may be missing.
  ///
  /// - Throws: `Diagnostic` with file and line at the first row that is not such a row.
  public init(table: String, file: String) throws {
    try add(table: table, file: file)
  }

  private mutating func add(table: String, file: String) throws {
    var frameColumn: Int?
    var lines: [[String]: Int] = [:]
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let row = line.last == "\r" ? line.dropLast() : line
      if row.isEmpty || row.first == "#" { continue }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if index == 0 {
        frameColumn = cells.firstIndex(of: "frames")
        continue
      }
      try add(cells, frameColumn, file: file, line: index + 1)
      // A row of another file replaces one; in one file the second would silently win.
      if let earlier = lines.updateValue(index + 1, forKey: Array(cells.prefix(2))) {
        throw Diagnostic(
          file: file, line: index + 1,
          problem: "'\(cells[0])' (\(cells[1])) is on line \(earlier) already",
          remedy: "Expected: one row for a lemma and part of speech. Make one row of the two.")
      }
    }
  }

  private mutating func add(_ cells: [String], _ frameColumn: Int?, file: String, line: Int) throws
  {
    guard cells.count >= 3, !cells[0].isEmpty else {
      throw Diagnostic(
        file: file, line: line, problem: "a cue needs lemma, pos and kind, split by tabs",
        remedy: "Write a row such as: say<TAB>VERB<TAB>say<TAB><TAB>a note.")
    }
    guard let kind = Kind(rawValue: cells[2]) else {
      throw Diagnostic(
        file: file, line: line, problem: "'\(cells[2])' is not a kind of reporting cue",
        remedy: "Use one of: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    var cue = Cue(kind: kind)
    if let frameColumn, frameColumn < cells.count {
      for text in cells[frameColumn].split(separator: "|") {
        guard let frame = ReportingFrame(String(text)) else {
          throw Diagnostic(
            file: file, line: line, problem: "'\(text)' is not a frame of a reporting cue",
            remedy:
              "Use inf, obj-inf, ing, np, event, as, name, raised or a preposition: for, of+ing, obj-of."
          )
        }
        cue.frames.append(frame)
      }
    }
    switch cells[1] {
    case "VERB":
      verbs[cells[0]] = cue
      if let blank = cells[0].firstIndex(of: " ") { phrasal.insert(String(cells[0][..<blank])) }
    case "NOUN": nouns[cells[0]] = cue
    case "ADJ": adjectives[cells[0]] = cue
    case "ADV": adverbs[cells[0]] = cue
    case "ADP": prepositions[cells[0]] = cue
    default:
      throw Diagnostic(
        file: file, line: line, problem: "'\(cells[1])' is not a part of speech of a cue",
        remedy: "Use VERB, NOUN, ADJ, ADV or ADP.")
    }
  }

  /// Reads `reporting-cues.tsv` of folders; the rows of a later one add to those before or replace them.
  ///
  /// - Throws: `Diagnostic` if no folder has the file or a row is wrong.
  public init(directories: [String]) throws {
    var isFound = false
    for directory in directories {
      let path = directory + (directory.hasSuffix("/") ? "" : "/") + Self.fileName
      guard FileManager.default.fileExists(atPath: path) else { continue }
      isFound = true
      do {
        let data = try Data(contentsOf: URL(filePath: path))
        try add(table: String(decoding: data, as: UTF8.self), file: path)
      } catch let fault as Diagnostic {
        throw fault
      } catch {
        throw Diagnostic(
          .noInput, file: path, problem: "the table of reporting cues can't be read",
          remedy: "Check that it may be read, or install the ontology again.")
      }
    }
    if !isFound {
      throw Diagnostic(
        .noInput, file: (directories.first ?? ".") + "/" + Self.fileName,
        problem: "the table of reporting cues is not there",
        remedy: "Give a folder that holds \(Self.fileName), or install the ontology again.")
    }
  }
}
