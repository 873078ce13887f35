use super::scene::{JPEG, PDF, PNG, Platform, apply, csrf, multipart, upload};
use omotenashi::domain::businesses::document::{Format, LARGEST, tidy_name};

#[test]
fn what_a_paper_is_its_bytes_say_and_not_its_name() {
    let platform = Platform::new();
    let page = apply(&platform.cast.daichi.sign_in(&platform.app), "daichi-nails");
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let zip = b"PK\x03\x04 a packed thing that calls itself a document";
    let html = b"<html><script>alert(1)</script></html>";
    let big = [PDF, &vec![b' '; LARGEST][..]].concat();
    let cut = &PNG[..40];
    for (name, bytes, why) in [
        ("a.pdf", svg.as_slice(), "PDF・JPEG・PNG"),
        ("a.pdf", zip, "PDF・JPEG・PNG"),
        ("a.png", html, "PDF・JPEG・PNG"),
        ("a.jpg", b"GIF89a", "PDF・JPEG・PNG"),
        ("a.png", cut, "PDF・JPEG・PNG"),
        ("a.pdf", b"%PDF-1.4 and no end", "PDF・JPEG・PNG"),
        ("a.pdf", b"", "中身が空"),
        ("a.pdf", big.as_slice(), "5MB以内"),
    ] {
        let answer = upload(&page, "licence", (name, bytes));
        assert_eq!(answer.status, 422, "{name} of {} bytes", bytes.len());
        let said = answer.error("paper").unwrap_or_default();
        assert!(said.contains(why), "{name}: {said}");
    }
    let kept = "select file_name as line from businesses.business_documents".to_owned();
    assert!(platform.lines(kept.clone()).is_empty());
    for (name, bytes) in [("a.exe", PDF), ("b.pdf", PNG), ("../../etc/passwd", JPEG)] {
        assert_eq!(
            upload(&page, "licence", (name, bytes)).status,
            303,
            "{name}"
        );
    }
    assert_eq!(platform.lines(kept), ["a.pdf", "b.png", "passwd.jpg"]);
}

#[test]
fn a_paper_is_given_as_a_file_to_operators_and_its_owner_alone() {
    let platform = Platform::new();
    let app = &platform.app;
    let daichi = platform.applied();
    let id =
        platform.lines("select id::text as line from businesses.business_documents".to_owned());
    let own = format!("/ja/account/businesses/daichi-nails/papers/{}", id[0]);
    let theirs = format!("/ja/operator/papers/{}", id[0]);
    let fumiko = platform.fumiko.sign_in(app);
    for answer in [daichi.visit(&own), fumiko.visit(&theirs)] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), Some("image/png"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        let disposition = answer.header("content-disposition").unwrap();
        assert!(disposition.starts_with("attachment; "), "{disposition}");
        assert!(
            disposition.contains("filename*=UTF-8''%E8%A8%B1"),
            "{disposition}"
        );
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"));
        assert_eq!(answer.header("cache-control"), Some("private, no-store"));
    }
    for other in [&platform.cast.aoi, &platform.cast.ben, &platform.cast.chika] {
        let other = other.sign_in(app);
        for path in [&own, &theirs] {
            assert_eq!(other.visit(path).status, 404);
        }
        // Nor under a shop of her own.
        let mixed = own.replace("daichi-nails", "aoi-salon");
        assert_eq!(other.visit(&mixed).status, 404);
    }
    assert_eq!(app.browser().visit(&own).status, 303);
    assert_eq!(app.browser().visit(&theirs).status, 303);
}

#[test]
fn a_form_with_a_file_needs_its_key_and_is_read_strictly() {
    let platform = Platform::new();
    let page = apply(&platform.cast.daichi.sign_in(&platform.app), "daichi-nails");
    let (browser, key) = (&page.browser, csrf(&page));
    let path = "/ja/account/businesses/daichi-nails/papers";
    let send = |pairs: &[(&str, String)], file| multipart(browser, path, pairs, file).status;
    let (good, kind) = (("csrf", key.clone()), ("kind", "licence".to_owned()));
    let file = || Some(("a.pdf", PDF));
    assert_eq!(send(&[("csrf", "x".to_owned()), kind.clone()], file()), 403);
    assert_eq!(send(std::slice::from_ref(&kind), file()), 403);
    assert_eq!(send(&[good.clone(), ("kind", "x".to_owned())], file()), 400);
    assert_eq!(
        send(&[good.clone(), good.clone(), kind.clone()], file()),
        400,
        "a field twice"
    );
    assert_eq!(
        send(
            &[good.clone(), kind.clone(), ("a", "x".repeat(5000))],
            file()
        ),
        400
    );
    assert_eq!(send(&[good.clone(), kind.clone()], None), 422, "no file");
    let chika = platform.cast.chika.sign_in(&platform.app);
    let hers = csrf(&chika.open("/ja/account/password"));
    let not_hers = [("csrf", hers), kind.clone()];
    assert_eq!(multipart(&chika, path, &not_hers, file()).status, 404);
    let form = browser.with_header("content-type", "multipart/form-data; boundary=edge");
    let torn = form.send(
        reqwest::Method::POST,
        path,
        Some(b"--edge\r\nContent-Disp".to_vec()),
    );
    assert_eq!(torn.status, 400);
    let flood = vec![b'x'; 25 * 1024 * 1024];
    assert_eq!(send(&[good, kind], Some(("a.pdf", &flood))), 413);
}

#[test]
fn there_is_room_for_eight_papers() {
    let platform = Platform::new();
    let page = apply(&platform.cast.daichi.sign_in(&platform.app), "daichi-nails");
    for _ in 0..8 {
        assert_eq!(upload(&page, "other", ("a.pdf", PDF)).status, 303);
    }
    let ninth = upload(&page, "other", ("a.pdf", PDF));
    assert_eq!(ninth.status, 422);
    assert!(
        ninth.errors()[0].contains("8件まで"),
        "{:?}",
        ninth.errors()
    );
}

#[test]
fn names_lose_their_folders_and_everything_that_no_name_may_hold() {
    for (typed, wanted) in [
        ("許可証.PDF", "許可証.pdf"),
        ("C:\\Users\\daichi\\scan.png", "scan.pdf"),
        ("/etc/passwd", "passwd.pdf"),
        ("..", "document.pdf"),
        ("", "document.pdf"),
        (".htaccess", "document.pdf"),
        ("a\r\nSet-Cookie: x=y.pdf", "aSet-Cookie x=y.pdf"),
        ("a\"; filename=\"b.html", "a filename=b.pdf"),
        ("fdp\u{202e}gpj.exe", "fdpgpj.pdf"),
    ] {
        assert_eq!(tidy_name(typed, Format::Pdf), wanted, "{typed:?}");
    }
    assert!(tidy_name(&"長".repeat(300), Format::Png).chars().count() <= 104);
}

#[test]
fn the_three_formats_are_known_by_their_bytes() {
    assert_eq!(Format::of(PDF), Some(Format::Pdf));
    assert_eq!(Format::of(PNG), Some(Format::Png));
    assert_eq!(Format::of(JPEG), Some(Format::Jpeg));
    for other in [
        b"".as_slice(),
        b"%PDF",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"BM",
        b"RIFF....WEBP",
    ] {
        assert_eq!(Format::of(other), None, "{other:?}");
    }
}
