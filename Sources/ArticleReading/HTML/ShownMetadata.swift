/// Author and day as a page shows them to its readers, for pages whose head does not say.
enum ShownMetadata {
  /// The name in an element that is marked as the author's.
  static func author(_ page: PageBlocks, _ main: MainText) -> String? {
    let tree = page.tree
    for index in tree.nodes.indices where !page.traits[index].contains(.unread) {
      let attributes = tree.nodes[index].attributes
      let isAuthor =
        attributes[.rel]?.split(separator: " ").contains("author") == true
        || attributes[.itemprop]?.split(separator: " ").contains("author") == true
      if isAuthor, !page.traits[index].contains(.boilerplate),
        let name = PageMetadata.person(tree.shortText(of: index)),
        name.split(separator: " ").count <= 8
      {
        return name
      }
    }
    for index in tree.nodes.indices
    where !page.traits[index].contains(.unread) && !page.traits[index].contains(.boilerplate) {
      guard let classes = tree.nodes[index].attributes[.class],
        Boilerplate.isAuthor(class: classes),
        let name = PageMetadata.person(tree.shortText(of: index)),
        isName(name)
      else { continue }
      return name
    }
    for text in main.meta {
      for line in [text] + text.split(separator: "|").map(String.init) {
        let trimmed = PageMetadata.clean(line) ?? ""
        guard trimmed.lowercased().hasPrefix("by "),
          let name = PageMetadata.person(trimmed),
          isName(name)
        else { continue }
        return name
      }
    }
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...8).contains(words.count) && text.utf8.count <= 100
      && text.unicodeScalars.first?.properties.isUppercase == true
      && !text.unicodeScalars.contains { $0.isDigit || $0 == "|" || $0 == ":" }
  }

  /// The first `<time>` that is marked as the day of publication, else the first in the page's order
  /// outside comments and lists of other articles; else a line with author and date.
  static func date(_ page: PageBlocks, _ main: MainText) -> CalendarDate? {
    let tree = page.tree
    var marked: CalendarDate?
    var first: CalendarDate?
    for index in tree.nodes.indices
    where !page.traits[index].contains(.unread) && !page.traits[index].contains(.boilerplate) {
      let node = tree.nodes[index]
      let itemprop = node.attributes[.itemprop]?.split(separator: " ") ?? []
      let isPublished =
        itemprop.contains("datePublished") || node.attributes[.class]?.contains("publish") == true
      guard node.tag == .time || itemprop.contains("datePublished") else { continue }
      let written =
        node.attributes[.datetime] ?? node.attributes[.content] ?? tree.shortText(of: index)
      guard let date = written.flatMap({ CalendarDate(metadata: $0) }) else { continue }
      if isPublished, marked == nil { marked = date }
      if first == nil { first = date }
    }
    return marked ?? first ?? DateLine.date(in: main.meta, year: nil)
  }
}
