#!/usr/bin/env bash
# Has LibreOffice save the files of this folder from the texts in source/. Only needed to make them anew.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A program that is set to Chinese spells dates so; the profile "plain" is as installed, American.
mkdir -p "$scratch/chinese/user"
cat >"$scratch/chinese/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>
XCU

# save <profile> <source> <file type> <file> <column types> [output filter]
# Column types are pairs of place and type: 2 text; all others are standard. Import: comma, quote, UTF-8 (76), from line 1,
# types, Chinese (2052), quoted cells are no text, special numbers are detected.
save() {
  soffice -env:UserInstallation="file://$scratch/$1" --headless --infilter="CSV:44,34,76,1,$5,2052,false,true" \
    --convert-to "$3${6:+:$6}" --outdir "$scratch/out" "source/$2.csv"
  mv "$scratch/out/$2.$3" "$4"
}

# Whoever made the lists formatted numbers with leading zeros and long numbers as texts.
save plain store xlsx store_saved.xlsx 1/2/9/2
save plain staff xlsx staff_saved.xlsx 1/2/3/2/4/2
save plain product xlsx product_saved.xlsx 8/2/9/2/11/2
save plain douyin xlsx export_saved.xlsx 1/2/2/2/5/2
# Opened without a thought and saved: long numbers have become numbers.
save plain douyin xlsx export_opened.xlsx ""
# The Tmall export opened with order numbers and phones as texts, and saved again in GBK (67).
gbk="Text - txt - csv (StarCalc):44,34,67,1"
save chinese tmall csv ExportOrderList_saved.csv 1/2/8/2 "$gbk"
save plain tmall csv ExportOrderList_american.csv 1/2/8/2 "$gbk"
