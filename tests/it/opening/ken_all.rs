//! Japan Post's list of postal codes, its habits and its faults.

use encoding_rs::SHIFT_JIS;
use omotenashi::domain::platform::ken_all::{Place, Problem, read};

fn line(code: &str, kana: &str, town: &str) -> String {
    format!(
        "13113,\"150  \",\"{code}\",\"トウキョウト\",\"シブヤク\",\"{kana}\",\"東京都\",\"渋谷区\",\"{town}\",0,0,0,0,0,0\n"
    )
}

fn towns(text: &str) -> Vec<(String, String)> {
    let places = read(text.as_bytes()).unwrap();
    let both = |place: Place| (place.town, place.town_kana);
    places.into_iter().map(both).collect()
}

#[test]
fn a_town_is_what_somebody_would_write_on_an_envelope() {
    for (town, kana, written, said) in [
        ("神宮前", "ジングウマエ", "神宮前", "ジングウマエ"),
        ("以下に掲載がない場合", "イカニケイサイガナイバアイ", "", ""),
        (
            "北一条西（１〜１９丁目）",
            "キタ１ジョウニシ（１－１９チョウメ）",
            "北一条西",
            "キタ1ジョウニシ",
        ),
        (
            "西新宿住友ビル（１階）",
            "ニシシンジュクスミトモビル（１カイ）",
            "西新宿住友ビル",
            "ニシシンジュクスミトモビル",
        ),
        ("利島村一円", "トシマムライチエン", "", ""),
        ("一円", "イチエン", "一円", "イチエン"),
        (
            "小菅村の次に１〜６６３番地がくる場合",
            "コスゲムラノツギニ１－６６３バンチガクルバアイ",
            "",
            "",
        ),
        (
            "種市第１５地割〜第２１地割",
            "タネイチダイ１５チワリ－ダイ２１チワリ",
            "種市",
            "タネイチ",
        ),
        (
            "湯川５２地割、湯川５３地割",
            "ユガワ５２チワリ、ユガワ５３チワリ",
            "湯川",
            "ユガワ",
        ),
        ("甲、乙（大木戸）", "コウ、オツ（オオキド）", "", ""),
    ] {
        let found = towns(&line("1500001", kana, town));
        assert_eq!(found, [(written.to_owned(), said.to_owned())], "{town}");
    }
}

#[test]
fn a_long_town_that_goes_on_over_several_lines_is_one_place() {
    let text = [
        line("0660005", "キョウワ", "協和（８８－２、２７１－１０、"),
        line("0660005", "キョウワ", "４２７−３、"),
        line("0660005", "キョウワ", "４３１−１２番地）"),
        line("1500001", "ジングウマエ", "神宮前"),
    ]
    .concat();
    let found: Vec<String> = towns(&text).into_iter().map(|(town, _)| town).collect();
    assert_eq!(found, ["協和", "神宮前"]);
}

#[test]
fn both_scripts_of_the_list_say_the_same() {
    let whole = line("1500001", "ジングウマエ", "神宮前");
    let old = line("1500001", "ｼﾞﾝｸﾞｳﾏｴ", "神宮前")
        .replace("シブヤク", "ｼﾌﾞﾔｸ")
        .replace("トウキョウト", "ﾄｳｷｮｳﾄ")
        .replace('\n', "\r\n");
    let (bytes, _, lost) = SHIFT_JIS.encode(&old);
    assert!(!lost);
    let place = read(whole.as_bytes()).unwrap();
    assert_eq!(read(&bytes).unwrap(), place);
    let marked = [b"\xEF\xBB\xBF", whole.as_bytes()].concat();
    assert_eq!(read(&marked).unwrap(), place);
    let only = place.first().unwrap();
    assert_eq!(
        (only.prefecture, only.city.as_str(), only.city_kana.as_str()),
        (13, "渋谷区", "シブヤク")
    );
}

#[test]
fn every_wrong_line_is_told_and_none_of_the_file_comes_in() {
    let good = line("1500001", "ジングウマエ", "神宮前");
    let text = [
        good.clone(),
        good.replace("1500001", "15000"),
        "1,2,3\n".to_owned(),
        good.replacen("13113", "99113", 1),
        good.replace("渋谷区", ""),
        line("1500002", "シブヤ", "渋谷（次のビルを"),
    ]
    .concat();
    assert_eq!(
        read(text.as_bytes()).unwrap_err(),
        [
            (2, Problem::Code),
            (3, Problem::Columns),
            (4, Problem::Prefecture),
            (5, Problem::City),
            (6, Problem::Bracket),
        ]
    );
    assert_eq!(read(b"").unwrap_err(), [(1, Problem::Empty)]);
    let broken = [good.as_bytes(), b"\x81\n", good.as_bytes()].concat();
    assert!(read(&broken).unwrap_err().contains(&(2, Problem::Letters)));
    let nonsense = "1,2,3\n".repeat(1_000);
    assert_eq!(
        read(nonsense.as_bytes()).unwrap_err().len(),
        20,
        "and then enough"
    );
}
