# ./appui publish: sourced by ./appui. One archive that runs on Linux x64 without SDK, without .NET, without ICU.

publish() {
  [ $# -eq 0 ] || stop "publish n’a pas d’option. / publish takes no option."
  need_dotnet; build_web
  local version name work icu
  version="$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")"
  name="appui-$version-linux-x64"
  work="$root/artifacts/publish"
  icu="$(newest_icu)"
  rm -rf "$work"; mkdir -p "$work/source/src" "$work/$name/icu"

  # From a copy: publishing for one platform rewrites lock files and what the next build starts from.
  cp "$root"/{Directory.Build.props,Directory.Packages.props,global.json,BannedSymbols.txt,.editorconfig} "$work/source/"
  cp -r "$root/data" "$work/source/"
  (cd "$root/src" && tar -cf - --exclude=bin --exclude=obj --exclude=node_modules .) | tar -xf - -C "$work/source/src"
  say "Construction de l’archive… / Building the archive…"
  run publish dotnet publish "$work/source/src/Appui" -c Release -r linux-x64 --self-contained -v quiet \
    -p:RunAnalyzers=false -p:SkipWeb=true -p:DebugType=portable -o "$work/$name/program" \
    || stop "La construction a échoué : artifacts/logs/publish.log. / The build failed."
  rm -f "$work/$name/program/"*.xml

  cp -L "${icu%/*}"/libicu{uc,i18n,data}.so."${icu##*.}" "$work/$name/icu/"
  cp "$root"/{LICENSE,NOTICE,README.md,ARCHITECTURE.md,CONTRIBUTING.md,CHANGELOG.md,UPGRADE.md,SECURITY.md} "$work/$name/"
  cp "$root/src/Appui.Standards/LICENSE" "$work/$name/LICENSE.Appui.Standards"
  cp -r "$root/docs" "$work/$name/"
  mkdir "$work/$name/deploy"; cp -r "$root/deploy/"{appui.env,appui.example.json,systemd,nginx} "$work/$name/deploy/"
  install -m 0755 "$root/deploy/script/start.sh" "$work/$name/appui"

  tar -czf "$work/$name.tar.gz" -C "$work" --sort=name --owner=0 --group=0 --numeric-owner "$name"
  rm -rf "$work/source" "${work:?}/$name"
  say "artifacts/publish/$name.tar.gz ($(du -h "$work/$name.tar.gz" | cut -f1))"
}

# Path of the newest ICU of this machine: French dates, numbers and sorting come from it.
newest_icu() {
  local found
  found="$(ldconfig -p 2>/dev/null | sed -n 's:.* => \(/.*/libicuuc\.so\.[0-9]*\)$:\1:p' | sort -V | tail -n 1)"
  [ -n "$found" ] || stop "Il manque ICU (libicu), à mettre dans l’archive. Sur Debian ou Ubuntu : paquet libicu72 ou suivant." \
    "ICU (libicu) is missing; it goes into the archive. On Debian or Ubuntu: package libicu72 or later."
  printf '%s' "$found"
}
