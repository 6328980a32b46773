/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public verification page as HTML: readable on a phone, without a script.
 *
 * It tells what the paper in the reader's hand should say, and nothing about the person. */
#include "yc-verify-page.h"

#include "yc-clock.h"
#include "yc-day.h"

static const char style[] =
  ":root{color-scheme:light dark;--paper:#fff;--ink:#222;--soft:#5e5c64;--line:#d5d3cf;"
  "--yes:#1b7f4d;--no:#c01c28;--warn:#9c5b00;--tint:#f6f5f4;--button:#1a5fb4}"
  "@media(prefers-color-scheme:dark){:root{--paper:#1e1e1e;--ink:#eee;--soft:#bbb;--line:#444;"
  "--yes:#57e389;--no:#ff7b63;--warn:#f8e45c;--tint:#2b2b2b;--button:#3584e4}}"
  "*{box-sizing:border-box}"
  "body{font:18px/1.6 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;"
  "max-width:40em;margin:0 auto;padding:1em;color:var(--ink);background:var(--paper)}"
  "header{display:flex;justify-content:space-between;align-items:baseline;gap:1em}"
  "h1{font-size:1.35em;margin:.2em 0}h2{font-size:1.05em;margin:0 0 .4em}"
  "a{color:var(--button)}"
  ".say{border-left:.4em solid;padding:.5em .8em;background:var(--tint);margin:.6em 0}"
  ".say b{display:block;font-size:1.15em}.say span{color:var(--ink)}"
  ".yes{color:var(--yes)}.no{color:var(--no)}.warn{color:var(--warn)}"
  ".sample{border:2px dashed var(--warn);padding:.4em .8em;font-weight:bold}"
  "dl{display:grid;grid-template-columns:auto 1fr;gap:.35em 1.2em;margin:1em 0}"
  "dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}"
  ".hash{font:.8em/1.5 monospace}"
  "form{border-top:1px solid var(--line);margin-top:1.2em;padding-top:1em}"
  "label{display:block;color:var(--soft)}"
  "input{display:block;width:100%;font:inherit;margin:.3em 0 .6em;padding:.5em;color:inherit;"
  "background:var(--paper);border:1px solid var(--soft);border-radius:.3em}"
  "button{font:inherit;min-height:2.7em;padding:0 1.4em;border:0;border-radius:.3em;color:#fff;"
  "background:var(--button)}"
  "small{color:var(--soft);display:block;margin-top:.4em}"
  "@media(max-width:30em){dl{display:block}dd{margin:0 0 .5em}button{width:100%}}"
  "@media print{form,header a{display:none}}";

static const char *
get_colour (YcVerifyState state)
{
  if (state == YC_VERIFY_VALID)
    return "yes";
  return state == YC_VERIFY_EXPIRED || state == YC_VERIFY_NO_FILE || state == YC_VERIFY_TOO_OFTEN
             ? "warn"
             : "no";
}

/* Colour alone never tells. */
static const char *
get_mark (YcVerifyState state)
{
  return state == YC_VERIFY_VALID ? "✓" : g_str_equal (get_colour (state), "no") ? "✗" : "!";
}

static void
append_row (GString    *html,
            const char *name,
            const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);

  g_string_append_printf (html, "<dt>%s</dt><dd>%s</dd>", name, escaped);
}

static void
append_day (GString    *html,
            const char *name,
            const char *moment)
{
  g_autoptr (GDateTime) time = yc_clock_parse (moment);
  g_autoptr (GDateTime) local = time != NULL ? yc_day_in_china (time, 0) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup (moment);

  append_row (html, name, day);
}

static void
append_successor (GString            *html,
                  const YcVerifyPage *self)
{
  g_autofree char *path = g_uri_escape_string (self->standing->replaced_by, NULL, TRUE);
  g_autofree char *serial = g_markup_escape_text (self->standing->replaced_by, -1);

  g_string_append_printf (html, "<dt>%s</dt><dd><a href=\"/verify/%s\">%s</a></dd>",
                          self->words->replaced_by, path, serial);
}

static void
append_certificate (GString            *html,
                    const YcVerifyPage *self)
{
  const YcVerifyWords *words = self->words;
  const YcCertificateStanding *standing = self->standing;
  const YcCertificateRecord *certificate = standing->certificate;

  append_row (html, words->title, certificate->title);
  append_row (html, words->issuer, certificate->place_name);
  append_day (html, words->issued_at, certificate->issued_at);
  if (standing->last_day != NULL)
    append_row (html, words->valid_until, standing->last_day);
  if (self->standing->replaced_by != NULL)
    append_successor (html, self);
  g_string_append_printf (html, "<dt>%s</dt><dd class=\"hash\">%s</dd>", words->hash,
                          certificate->sha256);
}

static void
append_rows (GString            *html,
             const YcVerifyPage *self)
{
  g_autoptr (GDateTime) local = yc_day_in_china (self->now, 0);
  g_autofree char *now = g_date_time_format (local, "%Y-%m-%d %H:%M");

  g_string_append (html, "<dl>");
  if (self->serial != NULL)
    append_row (html, self->words->serial, self->serial);
  if (self->standing != NULL)
    append_certificate (html, self);
  append_row (html, self->words->checked_at, now);
  g_string_append (html, "</dl>");
}

static void
append_saying (GString            *html,
               const YcVerifyPage *self)
{
  const YcVerifySaying *saying = &self->words->sayings[self->state];

  if (self->standing != NULL && self->standing->certificate->sample)
    g_string_append_printf (html, "<p class=\"sample\">%s</p>", self->words->sample);
  if (self->state == YC_VERIFY_ASKING)
    {
      g_string_append_printf (html, "<p>%s</p>", saying->advice);
      return;
    }
  g_string_append_printf (html, "<div class=\"say %s\" role=\"status\"><b>%s %s</b><span>%s</span>"
                          "</div>",
                          get_colour (self->state), get_mark (self->state), saying->sentence,
                          saying->advice);
  if (self->file_same)
    g_string_append_printf (html, "<p class=\"yes\">✓ %s</p>", self->words->file_same);
  append_rows (html, self);
}

static void
append_forms (GString             *html,
              const YcVerifyWords *words)
{
  g_string_append_printf (
    html,
    "<form action=\"/verify\" method=\"get\"><h2>%s</h2><label for=\"number\">%s</label>"
    "<input id=\"number\" name=\"number\" maxlength=\"200\" autocomplete=\"off\" "
    "autocapitalize=\"characters\" spellcheck=\"false\" required>"
    "<input type=\"hidden\" name=\"lang\" value=\"%s\"><button>%s</button></form>",
    words->number_legend, words->number_label, words->lang, words->number_button);
  g_string_append_printf (
    html,
    "<form action=\"/verify?lang=%s\" method=\"post\" enctype=\"multipart/form-data\"><h2>%s</h2>"
    "<label for=\"file\">%s</label>"
    "<input id=\"file\" name=\"file\" type=\"file\" accept=\"application/pdf,.pdf\" required>"
    "<button>%s</button><small>%s</small></form>",
    words->lang, words->file_legend, words->file_label, words->file_button, words->file_note);
}

/**
 * yc_verify_page_write:
 * @self: what to show
 *
 * Returns: (transfer full): the page
 */
char *
yc_verify_page_write (const YcVerifyPage *self)
{
  const YcVerifyWords *words = self->words;
  g_autofree char *number =
    self->serial != NULL ? g_uri_escape_string (self->serial, NULL, FALSE) : NULL;
  GString *html = g_string_new (NULL);

  g_string_append_printf (
    html,
    "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
    "<meta name=\"robots\" content=\"noindex\"><title>%s</title><style>%s</style></head><body>"
    "<header><h1>%s</h1><a href=\"/verify%s%s?lang=%s\" hreflang=\"%s\">%s</a></header><main>",
    words->lang, words->heading, style, words->heading, number != NULL ? "/" : "",
    number != NULL ? number : "", words->other_lang, words->other_lang, words->other_name);
  append_saying (html, self);
  append_forms (html, words);
  g_string_append (html, "</main></body></html>\n");

  return g_string_free (html, FALSE);
}
