import SourceText

/// What the head of a page says: linked data (schema.org in JSON-LD), OpenGraph, `<meta>`, `<time>`
/// and links, in this order of trust.
struct PageMetadata {
  var title: String?
  var outlet: String?
  var author: String?
  var date: CalendarDate?
  var url: String?
  /// The article's text, where the linked data has it.
  var articleBody: String?

  init(_ tree: HTMLTree) {
    let linked = Self.article(in: Self.linkedData(tree))
    var metas = Metas()
    var canonical: String?
    var titleTag: String?
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta: metas.add(tree.nodes[index].attributes)
      case .link:
        let rel = tree.attribute(.rel, of: index)?.lowercased().split(separator: " ") ?? []
        if rel.contains("canonical"), canonical == nil {
          canonical = Self.address(tree.attribute(.href, of: index))
        }
      case .title where titleTag == nil: titleTag = Self.clean(tree.text(of: index))
      default: break
      }
    }
    outlet =
      Self.name(linked?["publisher"]) ?? metas.first("og:site_name", "application-name")
      ?? metas.first("dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
      ?? Self.handleless(metas.first("twitter:site"))
    title =
      Self.clean(linked?["headline"]?.string)
      ?? metas.first("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
    if let known = title { title = Self.withoutOutlet(known, outlet: outlet, isHeadline: true) }
    if title == nil, let titleTag {
      title = Self.withoutOutlet(titleTag, outlet: outlet, isHeadline: false)
    }
    author =
      Self.names(linked?["author"]) ?? Self.names(linked?["creator"])
      ?? Self.person(metas.first("author", "byl", "dc.creator", "dcterms.creator"))
      ?? Self.person(metas.first("article:author", "parsely-author", "sailthru.author"))
      ?? Self.person(metas.first("citation_author", "og:article:author", "twitter:creator"))
    date = Self.day(
      linked?["datePublished"]?.string, linked?["dateCreated"]?.string,
      metas.first("article:published_time", "og:article:published_time"),
      metas.first("datepublished", "pubdate", "publishdate", "publish-date", "publish_date"),
      metas.first("parsely-pub-date", "sailthru.date", "citation_publication_date"),
      metas.first(
        "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created"),
      metas.first("article.published", "published_at", "published-date", "og:published_time"),
      metas.first(
        "date", "created", "citation_date", "article:published", "cxenseparse:recs:publishtime"))
    url =
      canonical ?? Self.address(metas.first("og:url"))
      ?? Self.address(linked?["url"]?.string)
      ?? Self.address(linked?["mainEntityOfPage"]?["@id"]?.string)
      ?? Self.address(linked?["mainEntityOfPage"]?.string)
    articleBody = linked?["articleBody"]?.string
  }

  private static func day(_ candidates: String?...) -> CalendarDate? {
    candidates.lazy.compactMap { $0 }.compactMap { CalendarDate(metadata: $0) }.first
  }
}

// MARK: Linked data

extension PageMetadata {
  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting",
    "BlogPosting", "SocialMediaPosting", "Report", "ScholarlyArticle", "TechArticle",
    "SatiricalArticle", "AdvertiserContentArticle",
  ]

  private static func linkedData(_ tree: HTMLTree) -> [JSONValue] {
    tree.nodes.indices.filter { tree.isJSONLD($0) }.compactMap { index in
      // Some pages wrap it in a comment or in CDATA.
      let text = tree.rawText(of: index)
      guard let start = text.firstIndex(where: { $0 == "{" || $0 == "[" }),
        let end = text.lastIndex(where: { $0 == "}" || $0 == "]" }), start < end
      else { return nil }
      return try? JSONValue(parsing: String(text[start...end]))
    }
  }

  /// The first object that is an article, at the top, in `@graph` or in a list; `publisher` and
  /// `author` that are only references to other objects are looked up.
  private static func article(in values: [JSONValue]) -> JSONValue? {
    var objects: [JSONValue] = []
    var waiting = Array(values.reversed())
    while let value = waiting.popLast() {
      switch value {
      case .array(let items): waiting.append(contentsOf: items.reversed())
      case .object:
        objects.append(value)
        for name in ["mainEntity", "@graph"] {
          if let inner = value[name] { waiting.append(inner) }
        }
      default: break
      }
    }
    guard let article = objects.first(where: { isArticle($0) }),
      case .object(let members) = article
    else { return nil }
    return .object(
      members.map { member in
        guard member.name != "mainEntityOfPage" else { return member }
        return JSONValue.Member(name: member.name, value: resolved(member.value, in: objects))
      })
  }

  /// The object that a reference `{"@id": …}` stands for, or those of a list of them.
  private static func resolved(_ value: JSONValue, in objects: [JSONValue]) -> JSONValue {
    switch value {
    case .array(let values):
      .array(values.map { if case .array = $0 { $0 } else { resolved($0, in: objects) } })
    case .object(let members) where members.count <= 2:
      value["@id"]?.string.flatMap { id in
        objects.first { $0["@id"]?.string == id && $0["name"] != nil }
      } ?? value
    default: value
    }
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    switch object["@type"] {
    case .string(let type)?: articleTypes.contains(type)
    case .array(let types)?: types.contains { $0.string.map(articleTypes.contains) ?? false }
    default: false
    }
  }

  private static func name(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let name)?: name.contains("://") ? nil : clean(name)
    case .array(let values)?: values.lazy.compactMap { name($0) }.first
    case .object?: clean(value?["name"]?.string)
    default: nil
    }
  }

  /// All names, joined by commas.
  private static func names(_ value: JSONValue?) -> String? {
    guard case .array(let values)? = value else { return name(value).flatMap { person($0) } }
    var names: [String] = []
    for value in values {
      if let name = name(value).flatMap({ person($0) }), !names.contains(name) {
        names.append(name)
      }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

// MARK: Cleaning

extension PageMetadata {
  /// Without markup and superfluous white space; nil where nothing is left.
  static func clean(_ text: String?) -> String? {
    guard var text else { return nil }
    if text.contains("<") || text.contains("&") {
      let tree = HTMLTree("<p>" + text + "</p>")
      text = tree.nodes.isEmpty ? text : tree.text(of: 0)
    }
    var collapsed = CollapsedText()
    collapsed.append(text)
    let cleaned = collapsed.finish()
    return cleaned.isEmpty ? nil : cleaned
  }

  /// A person's name, without *By*; nil for an address or a handle.
  static func person(_ text: String?) -> String? {
    guard var name = clean(text) else { return nil }
    for prefix in ["By ", "by ", "BY ", "By: ", "Written by ", "Author: "]
    where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    guard !name.isEmpty, !name.contains("://"), !name.hasPrefix("@"), name.utf8.count <= 200 else {
      return nil
    }
    return name
  }

  private static func handleless(_ text: String?) -> String? {
    text.flatMap { $0.hasPrefix("@") ? nil : $0 }
  }

  /// An absolute address of a page, without its fragment; nil for the front page of a site.
  static func address(_ text: String?) -> String? {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
      !text.unicodeScalars.contains(where: { $0.properties.isWhitespace })
    else { return nil }
    let url = String(text.prefix { $0 != "#" })
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    return parts.count > 2 || url.contains("?") ? url : nil
  }

  /// A title without `| Outlet` at its end.
  ///
  /// - Parameter isHeadline: whether it was given as the headline, so that only a known outlet is
  ///   taken off.
  static func withoutOutlet(_ title: String, outlet: String?, isHeadline: Bool) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " • "] {
      guard let range = lastRange(of: separator, in: title) else { continue }
      let head = String(title[..<range.lowerBound])
      let tail = String(title[range.upperBound...])
      let isOutlet = outlet.map { tail.lowercased().hasPrefix($0.lowercased()) } ?? false
      // Without a known outlet, what is a few words after a bar is one.
      let looksLikeOutlet =
        !isHeadline && (separator == " | " || outlet == nil)
        && tail.split(separator: " ").count <= 4 && head.split(separator: " ").count >= 3
      if !head.isEmpty, isOutlet || looksLikeOutlet { return head }
    }
    return title
  }

  private static func lastRange(of separator: String, in text: String) -> Range<String.Index>? {
    var end = text.endIndex
    while end > text.startIndex {
      let start = text.index(before: end)
      if text[start...].hasPrefix(separator) {
        return start..<text.index(start, offsetBy: separator.count)
      }
      end = start
    }
    return nil
  }
}

/// The `<meta>` elements of a page by name, the first of each.
private struct Metas {
  private var contents: [String: String] = [:]

  mutating func add(_ attributes: HTMLTree.Attributes) {
    guard let content = PageMetadata.clean(attributes[.content]) else { return }
    for key in [attributes[.property], attributes[.name], attributes[.itemprop]] {
      guard let key = key?.lowercased(), contents[key] == nil else { continue }
      contents[key] = content
    }
  }

  /// The content of the first of these names that the page has.
  func first(_ names: String...) -> String? { names.lazy.compactMap { contents[$0] }.first }
}
