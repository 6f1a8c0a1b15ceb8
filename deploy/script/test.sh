# ./appui test [--long] [word]: sourced by ./appui. Every check counts as a test; the last line is the sum.
passed=0 failed=0 skipped=0 began=$SECONDS

took() { printf '  %-44s %4d s\n' "$1" $((SECONDS - $2)); }

# check NAME COMMAND…: one more test passed or failed.
check() {
  local name="$1" at=$SECONDS; shift
  if run "$name" "$@"; then passed=$((passed + 1)); took "✓ $name" $at
  else failed=$((failed + 1)); took "✗ $name" $at; return 1; fi
}

need_packages() {
  local wanted=()
  [ -x /usr/bin/chromium ] || wanted+=(chromium)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || wanted+=(postgresql-15)
  command -v pdftotext >/dev/null || wanted+=(poppler-utils)
  [ ${#wanted[@]} -eq 0 ] && return 0
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null \
    || stop "Il manque : ${wanted[*]}. Installez-les : sudo apt-get install ${wanted[*]}" "Missing: ${wanted[*]}. Install them with apt-get."
  say "Installation de ${wanted[*]}… / Installing…"
  # PostgreSQL: programs only, no cluster of the system.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
  run apt env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -q && { apt-get install -y -q --no-install-recommends ${wanted[*]} || apt-get install -y -q --no-install-recommends $(printf '%s ' "${wanted[@]}" | sed 's/postgresql-15/postgresql/'); }" \
    || stop "L’installation a échoué : artifacts/logs/apt.log. / Installing failed."
}

# project NAME ARGUMENT…: runs a test program, adds its counts, shows what failed.
project() {
  local name="$1" at=$SECONDS xml="$logs/$1.xml" log="$logs/$1.log" counts code=0; shift
  rm -f "$xml"
  "$root/tests/$name/bin/Release/net10.0/$name" -noColor -noLogo -result-xml "$xml" "$@" >"$log" 2>&1 </dev/null || code=$?
  # Stack lines of the framework tell nothing; the whole is in artifacts/logs.
  grep -vE '^ +at (System|Microsoft|Xunit|InvokeStub|Shouldly)|--- End of stack|Discover|Starting:|Finished:|EXECUTION SUMMARY|^ +[A-Za-z.]+  Total:' "$log" | cut -c1-300 | head -n 110 || true
  counts="$(grep -m1 -oE '<assembly [^>]*>' "$xml" 2>/dev/null | sed -E 's/.* (passed)="([0-9]+)".*/\2/')" || true
  if [ -z "$counts" ]; then
    failed=$((failed + 1)); took "✗ $name" $at; say "    n’est pas allé au bout (code $code) : $log / did not finish"; return
  fi
  value() { grep -m1 -oE '<assembly [^>]*>' "$xml" | grep -oE " $1=\"[0-9]+\"" | tr -dc 0-9; }
  local p f s e; p=$(value passed) f=$(value failed) s=$(value skipped) e=$(value errors)
  passed=$((passed + p)) failed=$((failed + f + e)) skipped=$((skipped + s))
  if [ "$code" -ne 0 ] && [ $((f + e)) -eq 0 ] && [ $((p + s)) -gt 0 ]; then failed=$((failed + 1)); fi
  took "$([ $((f + e)) -eq 0 ] && echo ✓ || echo ✗) $name: $p passed, $((f + e)) failed, $s skipped" $at
}

run_tests() {
  local long=(-trait- long=yes) words=() restore=()
  for word in "$@"; do
    case "$word" in
      --long) long=() ;;
      -*) stop "Option inconnue : $word. / Unknown option." ;;
      *) words+=(-method "*$word*") ;;
    esac
  done
  need_dotnet; need_node; need_packages
  mkdir -p "$logs"
  [ -n "${CI:-}" ] && restore=(-p:RestoreLockedMode=true)
  build_web
  local at=$SECONDS
  if check build dotnet build "$root/Appui.slnx" -c Release -v quiet "${restore[@]}"; then
    if [ ${#words[@]} -eq 0 ]; then
      check tools dotnet tool restore --tool-manifest "$root/dotnet-tools.json" && check format dotnet csharpier check "$root" || true
    fi
    for name in Appui.Standards.Tests Appui.Tests; do project "$name" "${long[@]}" "${words[@]}"; done
  fi
  took "en tout / in all" "$began"
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ]
}
