//! A link as its pages show it: to be copied, made anew, and ended.

use crate::{
    domain::bookings::feed::Feed,
    web::{
        links,
        moments::Moments,
        page::PageCtx,
        site::Site,
        ui::{
            buttons::{LinkButton, PostButton, Voice},
            feed_link::FeedLink,
            icon::Icon,
            post_form::PostForm,
        },
    },
};

/// A link, or the button that makes one; `make` and `end` are where the buttons lead.
pub fn shown(
    (site, ctx): (&Site, &PageCtx),
    feed: Option<&Feed>,
    moments: &Moments,
    (make, end): (String, String),
) -> FeedLink {
    let t = ctx.t;
    let button = |label: String, url: String, voice| PostButton {
        label,
        form: PostForm::keyed(&ctx.csrf, url, &[]),
        voice,
        ..PostButton::default()
    };
    let Some(feed) = feed else {
        return FeedLink {
            url: None,
            subscribe: None,
            facts: Vec::new(),
            make: button(t.feeds_make(), make, Voice::Quiet),
            end: None,
        };
    };
    // One that was made with a secret that is gone cannot be written out any more.
    let path = feed.token(&site.secrets());
    let path = path.map(|token| links::feed(&token.text()));
    let url = path.map(|path| format!("{}{path}", site.public_url));
    let rest = url.as_deref().and_then(|url| url.split_once("://"));
    FeedLink {
        subscribe: rest.map(|(_, rest)| LinkButton {
            label: t.feeds_subscribe(),
            url: format!("webcal://{rest}"),
            voice: Voice::Quiet,
            icon: Some(Icon::Calendar),
            ..LinkButton::default()
        }),
        facts: vec![
            t.feeds_made(moments.moment(feed.made_at)),
            feed.fetched_at.map_or_else(
                || t.feeds_unfetched(),
                |at| t.feeds_fetched(moments.moment(at)),
            ),
        ],
        url,
        make: button(t.feeds_again(), make, Voice::Quiet),
        end: Some(button(t.feeds_end(), end, Voice::DangerQuiet)),
    }
}
