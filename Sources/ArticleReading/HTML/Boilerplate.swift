/// Tells parts of a page that are no part of its article, by the names that authors of pages give
/// them and by the words that stand there.
enum Boilerplate {
  /// Words in `class` and `id` of what surrounds an article.
  private static let names: Set<String> = [
    "ad", "ads", "adslot", "advert", "adverts", "advertisement", "advertising", "adbox",
    "aside", "banner", "bookmark", "breadcrumb", "breadcrumbs", "carousel", "comment", "comments",
    "consent", "cookie", "cookies", "copyright", "discussion", "disqus", "donate", "donation",
    "dropdown", "editsection", "footer", "gdpr", "login", "masthead", "menu", "menubar", "modal",
    "mostread",
    "nav", "navbar", "navigation", "navlist", "newsletter", "outbrain", "overlay", "pager",
    "pagination", "paywall", "player", "poll", "popular", "popup", "print", "promo",
    "promoted", "promotion", "pullquote", "rail", "rating", "readmore", "recirc", "recirculation",
    "recommend", "recommended", "recommendations", "related", "register", "replies", "respond",
    "search", "share", "sharebar", "sharing", "shares", "sidebar", "signup", "sitemap", "skip",
    "skiplink", "social", "socials", "sponsor", "sponsored", "subscribe", "subscription", "survey",
    "taboola", "tag", "tags", "taglist", "teaser", "teasers", "ticker", "toolbar", "topics",
    "trending", "upsell", "widget", "widgets",
  ]

  private static let strictNames: Set<String> = [
    "comment", "comments", "consent", "cookie", "cookies", "discussion", "disqus", "newsletter",
    "outbrain", "recommended", "recommendations", "related", "replies", "respond", "taboola",
  ]

  /// Words that are names only together: `most-read`, `read-next`.
  private static let pairs: Set<String> = [
    "most read", "most popular", "most viewed", "read next", "read more", "read also",
    "more stories", "more news", "more from", "more on", "see also", "up next", "you may",
    "you might", "also like", "author bio", "author box", "about author", "about the", "pull quote",
    "call out",
    "in brief", "sign up", "site header", "site footer", "page footer", "global header", "top bar",
    "post nav", "latest news", "quick links", "follow us", "jump to", "table of", "edit section",
  ]

  /// Words for who wrote it and when.
  private static let metaNames: Set<String> = [
    "author", "authors", "byline", "bylines", "credit", "credits", "date", "dateline", "datetime",
    "meta", "metadata", "postmeta", "published", "publishdate", "readtime", "timestamp", "updated",
  ]

  /// Whether an element's class says that it holds the author's name.
  static func isAuthor(class classes: String) -> Bool {
    classes.split(separator: " ").contains { name in
      let words = words(of: name)
      return words.contains { $0 == "author" || $0 == "authors" || $0 == "byline" }
        && !words.contains { ["bio", "box", "image", "avatar", "info", "about"].contains($0) }
    }
  }

  /// Words for text that only screen readers say.
  private static let unseenNames: Set<String> = ["sronly", "offscreen", "screenreader"]

  /// What an element's names say of it.
  struct Verdict {
    var isBoilerplate = false
    /// Boilerplate that may well be longer than the article, such as readers' comments.
    var isStrict = false
    var isMeta = false
    var isUnseen = false
    var isCaption = false
    var isBody = false
    var isStandfirst = false
  }

  private static let captionNames: Set<String> = ["caption", "captions", "figcaption"]
  private static let standfirstNames: Set<String> = [
    "standfirst", "dek", "deck", "subtitle", "subheadline", "subheading", "subhead", "summary",
    "lede", "lead", "intro", "strapline", "excerpt", "abstract", "description",
  ]
  private static let bodyOwners: Set<String> = [
    "article", "entry", "post", "story", "news", "page", "main",
  ]
  private static let bodyParts: Set<String> = ["body", "content", "text", "copy", "contents"]
  private static let bodyNames: Set<String> = [
    "articlebody", "storybody", "entrycontent", "postcontent", "articlecontent", "articletext",
    "storytext", "postbody", "newstext", "storycontent",
  ]

  /// Reads `class` and `id`.
  static func verdict(class classes: String?, id: String?) -> Verdict {
    var verdict = Verdict()
    for list in [classes, id] {
      guard let list else { continue }
      for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
        let words = words(of: name)
        // `no-sidebar`, `comments-open`, `tag-nato` and `has-ads` speak of the page, not of a part.
        guard let first = words.first, let last = words.last,
          words.count == 1 || !states.contains(first) && !endings.contains(last)
        else { continue }
        let whole = words.joined()
        let joined = words.joined(separator: " ")
        let isPair = zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
        if isPair || names.contains(whole) || words.contains(where: names.contains) {
          verdict.isBoilerplate = true
        }
        if words.contains(where: strictNames.contains) { verdict.isStrict = true }
        if words.contains(where: metaNames.contains) { verdict.isMeta = true }
        if unseenNames.contains(whole) || joined == "visually hidden"
          || joined.hasPrefix("screen reader")
        {
          verdict.isUnseen = true
        }
        if words.contains(where: captionNames.contains) { verdict.isCaption = true }
        if words.contains(where: standfirstNames.contains) { verdict.isStandfirst = true }
        if bodyNames.contains(whole)
          || words.count >= 2
            && zip(words, words.dropFirst()).contains(where: {
              bodyOwners.contains($0) && bodyParts.contains($1)
            })
        {
          verdict.isBody = true
        }
      }
    }
    return verdict
  }

  private static let states: Set<String> = [
    "no", "not", "has", "have", "with", "without", "is", "js", "hide", "single", "category",
    "status", "type", "format", "template", "logged", "tag",
  ]
  private static let endings: Set<String> = ["open", "closed", "enabled", "disabled", "free"]

  /// `read-next`, `read_next`, `readNext` and `c-article__body` in lower-case words.
  private static func words(of name: Substring) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    var wasLower = false
    func end() {
      if !current.isEmpty { words.append(String(current).lowercased()) }
      current = String.UnicodeScalarView()
    }
    for scalar in name.unicodeScalars {
      guard scalar.properties.isAlphabetic else {
        end()
        wasLower = false
        continue
      }
      let isUpper = scalar.properties.isUppercase
      if isUpper, wasLower { end() }
      wasLower = !isUpper
      current.append(scalar)
    }
    end()
    // A single letter is a prefix of a style guide (`c-nav`, `o-teaser`).
    return words.count > 1 ? words.filter { $0.utf8.count > 1 } : words
  }

  /// Roles (WAI-ARIA) of what surrounds an article.
  static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar", "tablist", "alert", "form",
  ]

  /// Whether a heading begins a list of other articles, or the readers' comments.
  static func endsArticle(heading: String) -> Bool {
    let text = plain(heading)
    return [
      "related", "read more", "more on", "more from", "more stories", "more news", "read next",
      "recommended", "you may also", "you might also", "most read", "most popular", "trending",
      "latest", "top stories", "up next", "comments", "leave a comment", "leave a reply",
      "join the conversation", "share this", "follow us", "sign up", "subscribe", "newsletter",
      "about the author", "advertisement", "popular", "topics", "tags", "see also", "also on",
      "also read", "further reading", "what to read", "don t miss", "editors picks",
      "editor s picks", "our picks", "in other news", "external links", "references",
    ].contains { text == $0 || text.hasPrefix($0 + " ") && text.utf8.count < 40 }
      || text.hasSuffix(" comments") && text.utf8.count < 20
  }

  /// Whether a block says nothing of the article: *Advertisement*, *Share this*.
  ///
  /// - Parameter linked: the share of it that is a link.
  static func isPhrase(_ text: String, linked: Double) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let plain = plain(text)
    if plain.isEmpty || phrases.contains(plain) { return true }
    if text.hasPrefix("©") || plain.hasPrefix("copyright ")
      || plain.hasSuffix("all rights reserved")
    {
      return true
    }
    if plain.utf8.count <= 140, openings.contains(where: { plain.hasPrefix($0 + " ") }) {
      return true
    }
    let isPointer = pointers.contains { plain.hasPrefix($0 + " ") }
    return isPointer && linked > 0.4
  }

  private static let phrases: Set<String> = [
    "advertisement", "ad", "advert", "sponsored", "share", "share this", "share this article",
    "share this story", "share article", "save", "print", "email", "e mail", "copy link",
    "link copied",
    "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "messenger",
    "comment", "comments", "read more", "show more", "load more", "see more", "more", "close",
    "menu", "skip to content", "skip to main content", "back to top", "play video", "watch",
    "listen", "listen to this article", "subscribe", "sign up", "sign in", "log in", "register",
    "follow us", "story continues below", "article continues below", "continue reading",
    "story continues below advertisement", "article continues after advertisement",
    "report a typo", "view comments", "loading", "image source", "getty images", "reuters", "afp",
    "ap", "epa", "live", "breaking", "exclusive", "add to favorites", "like this", "reply",
    "previous", "next", "home", "contact us", "privacy policy", "terms of use", "cookie policy",
    "accept", "accept all", "reject all", "manage cookies", "gift article",
  ]
  private static let openings: [String] = [
    "sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe for", "follow us on",
    "follow us", "click here", "download our", "download the app", "join our", "get our",
    "listen to this", "we use cookies", "this site uses cookies", "by clicking",
    "this article was originally",
    "this story was originally", "your browser", "please enable", "enable javascript",
    "javascript is", "support our journalism", "already a subscriber", "have a tip",
    "advertisement", "story continues", "article continues", "image source", "last updated",
    "share this", "estimated reading time", "reading time",
  ]
  private static let pointers: [String] = [
    "read more", "read also", "also read", "see also", "related", "more", "watch", "read",
    "opinion",
    "listen", "live", "explainer", "analysis", "video", "in pictures",
  ]

  /// Lower case, with only letters, digits and single blanks.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.isDigit {
        plain.append(scalar)
      } else if let last = plain.last, last != " " {
        plain.append(" ")
      }
    }
    while plain.last == " " { plain.removeLast() }
    return String(plain)
  }
}
