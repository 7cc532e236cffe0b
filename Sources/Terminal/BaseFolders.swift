/// Where a person's files belong, by the XDG base directory specification.
///
/// An empty variable counts as unset and a relative one is ignored; nil means that `HOME` says nothing either.
package struct BaseFolders: Equatable, Sendable {
  /// What a person made: transcripts. `~/.local/share`
  package let dataHome: String?
  /// What a program remembers: histories and logs. `~/.local/state`
  package let stateHome: String?
  /// Settings. `~/.config`
  package let configHome: String?
  /// Settings for everybody at this computer, the most important first. `/etc/xdg`
  package let sharedConfig: [String]

  package init(environment: [String: String]) {
    func folder(_ variable: String, orHome suffix: String) -> String? {
      if let path = environment[variable], path.hasPrefix("/") { return path }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return home == "/" ? suffix : home + suffix
    }
    dataHome = folder("XDG_DATA_HOME", orHome: "/.local/share")
    stateHome = folder("XDG_STATE_HOME", orHome: "/.local/state")
    configHome = folder("XDG_CONFIG_HOME", orHome: "/.config")
    let shared = environment["XDG_CONFIG_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/etc/xdg"
    sharedConfig = shared.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }
}
