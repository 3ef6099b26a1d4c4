public import SourceText
public import StanceModel
public import StanceOntology

/// The rows of an event list as gold: what each says, by the ids of the ontology and the issues.
public struct EventCoding: Sendable {
  /// An issue or a concept of a codebook.
  public struct Concept: Sendable {
    public var slug: String
    public var label: String

    public init(slug: String, label: String) {
      self.slug = slug
      self.label = label
    }
  }

  /// How many rows there are of each kind.
  public struct Tally: Hashable, Sendable {
    /// Rows of articles that are there.
    public var compared = 0
    /// Of these, rows whose concept is no issue.
    public var ofNoIssue = 0
    /// Rows of articles that are not there.
    public var elsewhere = 0
  }

  /// The gold of each article that has rows, by its place among the articles.
  public private(set) var gold: [Int: Gold] = [:]
  public private(set) var tally = Tally()
  /// The issues that the list has.
  public private(set) var issues: Set<String> = []
  /// Names that nothing stands for, and words that are not found: rows that can't be compared as they stand.
  public private(set) var notes: [Diagnostic] = []
  /// Articles that can't be told apart.
  public private(set) var faults: [Diagnostic] = []

  private let file: String
  private let concepts: [String: String]
  private let actors: ActorNames
  /// In the order of their first rows: what is said, and of which rows.
  private var unknown: [(name: Unknown, lines: [Int])] = []

  private enum Unknown: Hashable {
    case actor(name: String, id: String)
    case concept(String)
    case words(article: String)
  }

  /// Finds the article, the place, the holders and the issue of each row.
  ///
  /// - Parameters:
  ///   - concepts: what the rows may be about: by slug, or by label without its roles.
  ///   - articles: all that were read.
  public init(
    _ list: EventList, concepts: [Concept], ontology: Ontology, articles: [DocumentRecord]
  ) {
    file = list.file
    actors = ActorNames(ontology: ontology)
    var slugs: [String: String] = [:]
    for concept in concepts { slugs[folded(concept.slug)] = concept.slug }
    for concept in concepts {
      let key = folded(Self.withoutRoles(concept.label))
      if slugs[key] == nil { slugs[key] = concept.slug }
    }
    self.concepts = slugs
    let finder = ArticleFinder(articles)
    var elsewhere: [(name: String, lines: [Int])] = []
    var shared: Set<[Int]> = []
    var rows: [Int: [CodedEvent]] = [:]
    for event in list.events {
      let found = finder.articles(of: event)
      guard let first = found.first else {
        let title = event.title.isEmpty ? event.documentID : event.title
        Self.add(title, event.line, to: &elsewhere)
        tally.elsewhere += 1
        continue
      }
      if found.count > 1, shared.insert(found).inserted {
        let names = found.map { articles[$0].document }.joined(separator: ", ")
        faults.append(
          Diagnostic(
            file: file, line: event.line, problem: "the row may be of any of: \(names)",
            remedy: "Name the article once; the rows are counted for the first alone."))
      }
      rows[first, default: []].append(event)
    }
    for (article, events) in rows.sorted(by: { $0.key < $1.key }) {
      let text = FoldedText(articles[article].text)
      gold[article] = Gold(stances: events.map { stance($0, in: articles[article], text) })
    }
    writeNotes(elsewhere)
  }

  private static func withoutRoles(_ label: String) -> String {
    var depth = 0
    return String(
      label.filter { character in
        if "[{".contains(character) { depth += 1 }
        defer { if "]}".contains(character) { depth -= 1 } }
        return depth == 0
      })
  }

  private mutating func stance(
    _ event: CodedEvent, in article: DocumentRecord, _ text: FoldedText
  ) -> GoldStance {
    tally.compared += 1
    let slug = concepts[folded(event.concept)]
    if let slug {
      issues.insert(slug)
    } else {
      tally.ofNoIssue += 1
      Self.add(.concept(event.concept), event.line, to: &unknown)
    }
    let place = place(of: event, in: article, text)
    return GoldStance(
      id: event.id,
      // What no issue says can't be read; a statement of it is no error either.
      level: slug == nil ? .hard : .core,
      span: place ?? TextSpan(0, article.text.utf8.count), isAnywhere: place == nil,
      anchor: place.map { article.text[$0] } ?? event.text, holders: holders(of: event),
      sources: nil,
      readings: [
        GoldStance.Reading(
          targets: [slug.map { "issue:\($0)(*)" } ?? "concept:\(event.concept)"],
          polarity: event.polarity)
      ])
  }

  /// The words of a row; nil where it has none or they are not in the article.
  private mutating func place(
    of event: CodedEvent, in article: DocumentRecord, _ text: FoldedText
  ) -> TextSpan? {
    let told = event.range.flatMap { text.span(utf16: $0) }
    if event.text.isEmpty {
      if event.range != nil, told == nil {
        Self.add(.words(article: article.document), event.line, to: &unknown)
      }
      return told
    }
    if let found = text.span(of: event.text, near: told?.start) { return found }
    Self.add(.words(article: article.document), event.line, to: &unknown)
    return nil
  }

  private mutating func holders(of event: CodedEvent) -> [String] {
    var ids: [String] = []
    for (name, find) in [
      (event.person, actors.person), (event.organization, actors.organization),
    ] where !name.isEmpty {
      let actor = find(name)
      ids += actor.ids.filter { !ids.contains($0) }
      if !actor.isKnown {
        Self.add(.actor(name: name, id: actor.ids.first ?? ""), event.line, to: &unknown)
      }
    }
    return ids
  }

  private static func add<Name: Equatable>(
    _ name: Name, _ line: Int, to list: inout [(name: Name, lines: [Int])]
  ) {
    if let place = list.firstIndex(where: { $0.name == name }) {
      list[place].lines.append(line)
    } else {
      list.append((name, [line]))
    }
  }

  private mutating func writeNotes(_ elsewhere: [(name: String, lines: [Int])]) {
    func rows(_ lines: [Int]) -> String { lines.count == 1 ? "1 row" : "\(lines.count) rows" }
    for (name, lines) in unknown {
      let problem: String
      let remedy: String
      switch name {
      case .actor(let name, let id):
        problem = "'\(name)' is no actor of the ontology (\(rows(lines)))"
        remedy =
          "Compared by name alone, as \(id). Add a row with its names to a table of --ontology."
      case .concept(let concept):
        problem = "no issue is called '\(concept)' (\(rows(lines)))"
        remedy =
          "Not counted. Give it a row with this label in a codebook, and name that with --issues."
      case .words(let article):
        problem = "the words are not in \(article) (\(rows(lines)))"
        remedy =
          "Compared by article, holder and concept alone. Expected: the text that was coded, or start and stop in it."
      }
      notes.append(Diagnostic(file: file, line: lines.first, problem: problem, remedy: remedy))
    }
    notes.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    guard let first = elsewhere.first else { return }
    let names = elsewhere.prefix(5).map { "'\($0.name)'" }.joined(separator: ", ")
    let more = elsewhere.count > 5 ? " and \(elsewhere.count - 5) more" : ""
    notes.append(
      Diagnostic(
        file: file, line: first.lines.first,
        problem: "no article is called \(names)\(more) (\(rows(elsewhere.flatMap(\.lines))))",
        remedy: "Not counted. An article is found by its title, or by its file's name."))
  }
}

/// Finds the article that a row was coded in.
private struct ArticleFinder {
  private var byName: [String: [Int]] = [:]
  private let dates: [String?]

  init(_ articles: [DocumentRecord]) {
    dates = articles.map(\.date)
    for (index, article) in articles.enumerated() {
      let file = article.document.split(separator: "/").last.map { String($0) } ?? ""
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      for name in Set([article.title ?? "", article.document, file, stem].map { folded($0) })
      where !name.isEmpty {
        byName[name, default: []].append(index)
      }
    }
  }

  /// The articles with the title of the row, or else named by its document's id; of several, those of its date.
  func articles(of event: CodedEvent) -> [Int] {
    let found = byName[folded(event.title)] ?? byName[folded(event.documentID)] ?? []
    let sameDay = found.filter { dates[$0] == event.date }
    return sameDay.isEmpty ? found : sameDay
  }
}
