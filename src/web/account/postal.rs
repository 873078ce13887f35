//! What a postal code stands for, for the script that asks while somebody types.

use crate::{
    base::text,
    web::{
        error::{Error, Result},
        postal,
        session::SignedIn,
        site::Site,
    },
};
use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde_json::{Value, json};

/// Its places, none for a code that nobody has.
pub async fn show(site: Data<Site>, _signed_in: SignedIn, path: Path<(String, String)>) -> Result {
    let code = text::postal_code(&path.1).map_err(|_misshaped| Error::NotFound)?;
    let found = postal::places(&site, &code).await?;
    let place = |start: &postal::Start| json!({"prefecture": start.prefecture, "city": start.city, "town": start.town});
    let places: Vec<Value> = found.iter().map(place).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400"))
        .body(Value::Array(places).to_string()))
}
