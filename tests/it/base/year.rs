//! Years as people write them.

use omotenashi::base::year::parse;

#[test]
fn a_year_is_read_in_four_digits_or_as_one_of_an_era() {
    for (typed, year) in [
        ("2018", 2018),
        (" ２０１８年 ", 2018),
        ("平成30年", 2018),
        ("平成３０", 2018),
        ("H30", 2018),
        ("h.30", 2018),
        ("昭和64年生まれ", 1989),
        ("S1", 1926),
        ("令和元年", 2019),
        ("R8", 2026),
        ("㍻元年", 1989),
        ("大正15", 1926),
    ] {
        assert_eq!(parse(typed), Some(year), "{typed}");
    }
    for typed in [
        "",
        "18",
        "20180",
        "-2018",
        "平成",
        "平成0年",
        "平成32年",
        "昭和65",
        "明治3年",
        "X30",
        "H301",
        "令和9999年",
        "2018-04",
        "年",
    ] {
        assert_eq!(parse(typed), None, "{typed}");
    }
}
