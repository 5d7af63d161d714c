# Shared by mvnw, run and verify: finds what they need, or says what to install. Source it, do not run it.

say() { printf '%s\n' "$*" >&2; }

java_major() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

# Sets JAVA_HOME to a JDK ≥ 25 with a compiler: JAVA_HOME, PATH, the usual folders, macOS, SDKMAN.
need_jdk() {
  mac_home=""
  [ -x /usr/libexec/java_home ] && mac_home=$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$mac_home" "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*; do
    if [ -n "$home" ] && [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ]; then
      major=$(java_major "$home/bin/java")
      if [ -n "$major" ] && [ "$major" -ge 25 ]; then
        JAVA_HOME=$home
        export JAVA_HOME
        PATH=$home/bin:$PATH
        export PATH
        return 0
      fi
    fi
  done
  say "没有找到 JDK 25 或更高版本。请安装(如 Temurin 25),或用 JAVA_HOME 指明位置。"
  say "(No JDK 25 or newer was found: install one, e.g. Temurin 25, or set JAVA_HOME.)"
  exit 69
}

# Vaadin builds the page with Node ≥ 24; where Node is older, a newer one goes into .tools of this project.
need_node() {
  if [ -x "$1/.tools/bin/node" ]; then
    PATH=$1/.tools/bin:$PATH
    export PATH
    return 0
  fi
  command -v node >/dev/null 2>&1 || return 0
  major=$(node -v | sed 's/^v\([0-9]*\).*/\1/')
  if [ "$major" -lt 24 ] && command -v npm >/dev/null 2>&1; then
    say "Node.js $(node -v) 太旧,正在 .tools 中安装 24 版(只需一次)…"
    npm install -g --silent --no-fund --no-audit --prefix "$1/.tools" node@24 npm@11 >/dev/null
    PATH=$1/.tools/bin:$PATH
    export PATH
  fi
}
