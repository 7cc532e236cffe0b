import Diagnostics

/// The name that was most likely meant, where `tray` may stand for `the tray`.
///
/// Articles do not count as letters alike, or `the atlas` would be close to `the tray`.
package func nearestName(to word: String, ignoringArticlesIn names: [String]) -> String? {
  let bare = withoutArticle(word)
  if let name = names.first(where: { withoutArticle($0) == bare }) { return name }
  if let nearest = nearestName(to: bare, in: names.lazy.map(withoutArticle)) {
    return names.first { withoutArticle($0) == nearest }
  }
  // The article itself may be misspelt: `teh chair`.
  return bare == word.lowercased() ? nearestName(to: word, in: names) : nil
}

/// In lower case, without a `the`, `a` or `an` before it.
package func withoutArticle(_ name: String) -> String {
  let lowered = name.lowercased()
  for article in ["the ", "a ", "an "] where lowered.hasPrefix(article) {
    return String(lowered.dropFirst(article.count))
  }
  return lowered
}
