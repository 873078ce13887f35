//! The town and the shop window.

use super::{Ctx, Lang, shop};
use askama::Template;
use omotenashi::web::ui::{
    avatar::Avatar, buttons::LinkButton, frame::ShopFrame, icon::Icon, price::Price,
};

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/site.html" %}
{% block root %} class="roomy"{% endblock %}
{% block title %}{{ heading }}{% endblock %}
{% block main %}<div class="welcome"><h1 class="phrase">{{ heading }}</h1><p class="lead">{{ lead }}</p></div>
<ul class="cards">{% for (picture, kind, name, place, soon) in shops %}<li class="card"><img src="{{ crate::web::assets::url(picture) }}" width="800" height="600" alt="" loading="lazy"><div class="card-in"><span class="note">{{ kind }}</span><a class="card-name" href="#main">{{ name }}</a><span class="note">{{ place }}</span><span class="offer-next">{{ soon }}</span></div></li>{% endfor %}</ul>{% endblock %}"##
)]
struct Town {
    ctx: Ctx,
    heading: String,
    lead: String,
    shops: Vec<(&'static str, String, String, String, String)>,
}

pub fn town(lang: Lang) -> String {
    let soon = lang.say("最短 本日15:00", "Next: today 15:00");
    let shop = |picture, kind: (&str, &str), name: (&str, &str), place: (&str, &str)| {
        (
            picture,
            lang.say(kind.0, kind.1),
            lang.say(name.0, name.1),
            lang.say(place.0, place.1),
            soon.clone(),
        )
    };
    Town {
        ctx: Ctx::of(lang, "town"),
        heading: lang.say("近くのお店を、いますぐ予約", "Book a shop near you"),
        lead: lang.say(
            "美容室、歯科、料理店、教室、暮らしのサービス。会員登録なしで予約できます。",
            "Salons, dentists, restaurants, classes and home services. No account needed.",
        ),
        shops: vec![
            shop(
                "img/demo/salon.svg",
                ("美容室", "Hair salon"),
                ("ヘアサロン花", "Hair Salon Hana"),
                ("渋谷区神宮前", "Jingumae, Shibuya"),
            ),
            shop(
                "img/demo/dental.svg",
                ("歯科", "Dentist"),
                ("みなと歯科クリニック", "Minato Dental Clinic"),
                ("港区芝公園", "Shiba-koen, Minato"),
            ),
            shop(
                "img/demo/kappo.svg",
                ("割烹", "Kappo restaurant"),
                ("割烹 しずく", "Kappo Shizuku"),
                ("京都市中京区", "Nakagyo, Kyoto"),
            ),
            shop(
                "img/demo/yoga.svg",
                ("ヨガスタジオ", "Yoga studio"),
                ("円窓ヨガ", "Marumado Yoga"),
                ("鎌倉市小町", "Komachi, Kamakura"),
            ),
            shop(
                "img/demo/cleaning.svg",
                ("ハウスクリーニング", "House cleaning"),
                ("くらし手伝い はれ", "Hare Home Help"),
                ("世田谷区", "Setagaya"),
            ),
        ],
    }
    .to_string()
}

struct Offer {
    name: String,
    text: String,
    minutes: String,
    price: Price,
    soon: Option<String>,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% extends "layouts/public.html" %}
{% block room %} class="roomy"{% endblock %}
{% block title %}{{ shop.name }}{% endblock %}
{% block main %}<div class="hero"><img src="{{ crate::web::assets::url("img/demo/salon.svg") }}" width="800" height="600" alt=""><div><p class="hero-kind">{{ kind }}</p><h1 class="hero-name">{{ shop.name }}</h1><p class="lead">{{ lead }}</p>
<ul class="hero-facts"><li>{{ Icon::Pin }}{{ place }}</li><li>{{ Icon::Clock }}{{ open }}</li><li><span class="stars" aria-hidden="true">★★★★☆</span>{{ stars }}</li></ul></div></div>
<div class="split"><div>
<section class="section"><h2>{{ menu }}</h2><ul class="offers">{% for offer in offers %}<li class="offer"><a class="offer-name" href="times.{{ ctx.lang.code() }}.html">{{ offer.name }}</a><p class="offer-facts"><span>{{ offer.minutes }}</span>{{ offer.price }}</p><p class="offer-text">{{ offer.text }}</p>{% if let Some(soon) = offer.soon %}<p class="offer-next">{{ soon }}</p>{% endif %}<span class="offer-go" aria-hidden="true">{{ Icon::Next }}</span></li>{% endfor %}</ul></section>
<section class="section"><h2>{{ staff }}</h2><ul class="people">{% for (name, avatar) in people %}<li class="person">{{ avatar }}<span>{{ name }}</span></li>{% endfor %}</ul></section></div>
<aside class="aside section"><h2>{{ hours }}</h2><dl class="hours">{% for (day, time) in week %}<dt>{{ day }}</dt><dd>{{ time }}</dd>{% endfor %}</dl></aside></div>
<div class="bar bar-phone">{{ book }}</div>{% endblock %}"##
)]
struct Shop {
    ctx: Ctx,
    shop: ShopFrame,
    kind: String,
    lead: String,
    place: String,
    open: String,
    stars: String,
    menu: String,
    offers: Vec<Offer>,
    staff: String,
    people: Vec<(String, Avatar)>,
    hours: String,
    week: Vec<(String, String)>,
    book: LinkButton,
}

pub fn shop_page(lang: Lang) -> String {
    let names = lang.pick(
        ["佐藤 美咲", "鈴木 健", "高橋 葵"],
        ["Misaki Sato", "Ken Suzuki", "Aoi Takahashi"],
    );
    Shop {
        ctx: Ctx::of(lang, "shop"),
        shop: shop(lang, "ai"),
        kind: lang.say("美容室", "Hair salon"),
        lead: lang.say(
            "表参道の路地奥にある、席数4つの静かな美容室です。",
            "A quiet salon with four seats, off a back lane of Omotesando.",
        ),
        place: lang.say(
            "東京都渋谷区神宮前1-2-3 花ビル2F",
            "Hana Bldg. 2F, 1-2-3 Jingumae, Shibuya",
        ),
        open: lang.say("本日 10:00〜19:00", "Today 10:00–19:00"),
        stars: lang.say("4.6(口コミ128件)", "4.6 (128 reviews)"),
        menu: lang.say("メニュー", "Services"),
        offers: offers(lang),
        staff: lang.say("スタッフ", "Staff"),
        people: names
            .iter()
            .map(|name| ((*name).to_owned(), Avatar::of(name)))
            .collect(),
        hours: lang.say("営業時間", "Opening hours"),
        week: vec![
            (
                lang.say("月・水・木・金", "Mon, Wed–Fri"),
                lang.say("10:00〜19:00", "10:00–19:00"),
            ),
            (
                lang.say("土・日・祝", "Sat, Sun, holidays"),
                lang.say("9:00〜18:00", "9:00–18:00"),
            ),
            (lang.say("火", "Tue"), lang.say("定休日", "Closed")),
        ],
        book: LinkButton {
            label: lang.say("予約する", "Book"),
            url: "#main".into(),
            wide: true,
            ..Default::default()
        },
    }
    .to_string()
}

fn offers(lang: Lang) -> Vec<Offer> {
    let offer =
        |name: (&str, &str), text: (&str, &str), minutes: u16, yen: &str, before: Option<&str>| {
            Offer {
                name: lang.say(name.0, name.1),
                text: lang.say(text.0, text.1),
                minutes: format!("{minutes}{}", lang.pick("分", " min")),
                price: Price {
                    amount: lang.pick(format!("{yen}円"), format!("¥{yen}")),
                    tax: lang.word("ui-brand", &[]),
                    before: before.map(|yen| {
                        (
                            lang.say("通常", "Usually"),
                            lang.pick(format!("{yen}円"), format!("¥{yen}")),
                        )
                    }),
                    large: false,
                },
                soon: before.map(|_| lang.say("最短 本日15:00", "Next: today 15:00")),
            }
        };
    vec![
        offer(
            ("カット", "Cut"),
            ("シャンプー・ブロー込み", "With shampoo and blow-dry"),
            60,
            "5,500",
            None,
        ),
        offer(
            ("カット+カラー", "Cut and colour"),
            (
                "髪の長さによる追加料金はありません。はじめての方はご相談から。",
                "No extra charge for long hair. First visits start with a consultation.",
            ),
            120,
            "12,100",
            Some("13,200"),
        ),
        offer(
            ("ヘッドスパ", "Head spa"),
            (
                "頭皮の状態に合わせて香りを選べます",
                "Choose a scent for your scalp",
            ),
            45,
            "4,400",
            None,
        ),
    ]
}
