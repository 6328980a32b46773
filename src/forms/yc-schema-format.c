/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of `format`: JSON Schema 2020-12 section 7.3, and those of the counter: `id-number`
 * (GB 11643), `uscc` (GB 32100), `mobile`, `place-code`. */
#include "yc-schema-format-private.h"

#include <arpa/inet.h>
#include <gio/gio.h>
#include <string.h>

#include "yc-id-number.h"
#include "yc-schema-pattern-private.h"
#include "yc-uscc.h"

/* Reads exactly @n digits and moves on; -1 if they are not there. */
static int
take_digits (const char **at,
             guint        n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return -1;
      number = number * 10 + (*at)[i] - '0';
    }
  *at += n;
  return number;
}

static gboolean
take_char (const char **at,
           char         c)
{
  if (g_ascii_tolower (**at) != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* RFC 3339 full-date */
static gboolean
take_date (const char **at)
{
  int year, month, day;

  year = take_digits (at, 4);
  if (year < 0 || !take_char (at, '-'))
    return FALSE;
  month = take_digits (at, 2);
  if (month < 1 || month > 12 || !take_char (at, '-'))
    return FALSE;
  day = take_digits (at, 2);
  /* GDate knows no year 0, which is a leap year like 2000. */
  return day > 0 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month,
                                      (GDateYear) (year == 0 ? 2000 : year));
}

/* RFC 3339 time-offset; minutes east of Greenwich. */
static gboolean
take_offset (const char **at,
             int         *minutes)
{
  int sign, hour, minute;

  *minutes = 0;
  if (take_char (at, 'z'))
    return TRUE;
  if (**at != '+' && **at != '-')
    return FALSE;
  sign = *(*at)++ == '-' ? -1 : 1;
  hour = take_digits (at, 2);
  if (hour < 0 || hour > 23 || !take_char (at, ':'))
    return FALSE;
  minute = take_digits (at, 2);
  *minutes = sign * (hour * 60 + minute);
  return minute >= 0 && minute <= 59;
}

static gboolean
skip_fraction (const char **at)
{
  if (!take_char (at, '.'))
    return TRUE;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  while (g_ascii_isdigit (**at))
    (*at)++;
  return TRUE;
}

/* RFC 3339 full-time; a leap second only in the last minute of a UTC day. */
static gboolean
take_time (const char **at)
{
  int hour, minute, second, offset;

  hour = take_digits (at, 2);
  if (hour < 0 || hour > 23 || !take_char (at, ':'))
    return FALSE;
  minute = take_digits (at, 2);
  if (minute < 0 || minute > 59 || !take_char (at, ':'))
    return FALSE;
  second = take_digits (at, 2);
  if (second < 0 || second > 60 || !skip_fraction (at) || !take_offset (at, &offset))
    return FALSE;
  return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 == 1439;
}

static gboolean
is_date (const char *text)
{
  return take_date (&text) && *text == '\0';
}

static gboolean
is_time (const char *text)
{
  return take_time (&text) && *text == '\0';
}

static gboolean
is_date_time (const char *text)
{
  return take_date (&text) && take_char (&text, 't') && take_time (&text) && *text == '\0';
}

/* Units in their order, each at most once; @steps may stop early but not skip. */
static gboolean
take_units (const char **at,
            const char  *units,
            gboolean    *any)
{
  const char *unit = units;

  while (g_ascii_isdigit (**at))
    {
      const char *found;

      while (g_ascii_isdigit (**at))
        (*at)++;
      found = **at == '\0' ? NULL : strchr (unit, **at);
      if (found == NULL || (*any && unit != units && found != unit))
        return FALSE;
      unit = found + 1;
      *any = TRUE;
      (*at)++;
    }
  return TRUE;
}

/* RFC 3339 appendix A */
static gboolean
is_duration (const char *text)
{
  gboolean any = FALSE, any_time = FALSE;
  gsize n = strlen (text);

  if (*text++ != 'P')
    return FALSE;
  if (n > 2 && text[n - 2] == 'W')
    return strspn (text, "0123456789") == n - 2;
  if (!take_units (&text, "YMD", &any))
    return FALSE;
  if (*text == 'T' && (text++, !take_units (&text, "HMS", &any_time) || !any_time))
    return FALSE;
  return *text == '\0' && (any || any_time);
}

static gboolean
is_ipv4 (const char *text)
{
  struct in_addr address;

  return inet_pton (AF_INET, text, &address) == 1;
}

static gboolean
is_ipv6 (const char *text)
{
  struct in6_addr address;

  return inet_pton (AF_INET6, text, &address) == 1;
}

/* RFC 1123 */
static gboolean
is_hostname (const char *text)
{
  gsize length = strlen (text), label = 0;

  if (length == 0 || length > 253)
    return FALSE;
  for (const char *at = text;; at++)
    {
      if (*at == '.' || *at == '\0')
        {
          if (label == 0 || label > 63 || at[-1] == '-')
            return FALSE;
          if (label >= 4 && at[-(gssize) label + 2] == '-' && at[-(gssize) label + 3] == '-' &&
              g_ascii_strncasecmp (at - label, "xn", 2) != 0)
            return FALSE;
          if (*at == '\0')
            return TRUE;
          label = 0;
          continue;
        }
      if (!g_ascii_isalnum (*at) && (*at != '-' || label == 0))
        return FALSE;
      label++;
    }
}

static gboolean
is_mail_domain (const char *domain)
{
  gsize length = strlen (domain);
  g_autofree char *literal = NULL;

  if (*domain != '[')
    return is_hostname (domain);
  if (length < 3 || domain[length - 1] != ']')
    return FALSE;
  literal = g_strndup (domain + 1, length - 2);
  return g_str_has_prefix (literal, "IPv6:") ? is_ipv6 (literal + 5) : is_ipv4 (literal);
}

/* RFC 5321 Mailbox, quoted local parts included. */
static gboolean
is_email (const char *text)
{
  const char *at = strrchr (text, '@');
  gsize length;

  if (at == NULL || at == text || !is_mail_domain (at + 1))
    return FALSE;
  length = (gsize) (at - text);
  if (length > 64)
    return FALSE;
  if (*text == '"')
    return length > 2 && at[-1] == '"' && memchr (text + 1, '"', length - 2) == NULL;
  if (*text == '.' || at[-1] == '.')
    return FALSE;
  for (const char *c = text; c < at; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("!#$%&'*+-/=?^_`{|}~.", *c) == NULL)
        return FALSE;
      if (*c == '.' && c[1] == '.')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_uuid (const char *text)
{
  for (guint i = 0; i < 36; i++)
    {
      gboolean dash = i == 8 || i == 13 || i == 18 || i == 23;

      if (dash ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
        return FALSE;
    }
  return text[36] == '\0';
}

/* The characters of RFC 3986, with whole percent escapes. */
static gboolean
has_uri_characters (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '%')
        {
          if (!g_ascii_isxdigit (at[1]) || !g_ascii_isxdigit (at[2]))
            return FALSE;
        }
      else if (!g_ascii_isalnum (*at) && strchr ("-._~:/?#[]@!$&'()*+,;=", *at) == NULL)
        {
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_plain_userinfo (const char *text)
{
  const char *start = strstr (text, "//");
  const char *end, *at;

  if (start == NULL)
    return TRUE;
  start += 2;
  end = start + strcspn (start, "/?#");
  at = memchr (start, '@', (gsize) (end - start));
  return at == NULL || (memchr (start, '[', (gsize) (at - start)) == NULL &&
                        memchr (start, ']', (gsize) (at - start)) == NULL);
}

static gboolean
is_uri (const char *text)
{
  return has_uri_characters (text) && has_plain_userinfo (text) &&
         g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

static gboolean
is_uri_reference (const char *text)
{
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GUri) base = NULL;

  if (!has_uri_characters (text))
    return FALSE;
  base = g_uri_parse ("http://base.invalid/", G_URI_FLAGS_NONE, NULL);
  uri = g_uri_parse_relative (base, text, G_URI_FLAGS_NONE, NULL);
  return uri != NULL;
}

static gboolean
is_json_pointer (const char *text)
{
  if (*text != '\0' && *text != '/')
    return FALSE;
  for (const char *at = strchr (text, '~'); at != NULL; at = strchr (at + 1, '~'))
    {
      if (at[1] != '0' && at[1] != '1')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_regex (const char *text)
{
  g_autoptr (YcSchemaPattern) pattern = yc_schema_pattern_new (text, NULL);

  return pattern != NULL;
}

static gboolean
is_id_number (const char *text)
{
  return yc_id_number_parse (text, NULL, NULL);
}

/* Eleven digits that begin with 1. */
static gboolean
is_mobile (const char *text)
{
  return strlen (text) == 11 && *text == '1' && strspn (text, "0123456789") == 11;
}

/* In the data as it is printed: capitals, nothing between them. */
static gboolean
is_uscc (const char *text)
{
  char code[19];

  return strlen (text) == 18 && yc_uscc_parse (text, code) && g_str_equal (text, code);
}

static gboolean
is_zero (const char *text,
         gsize       from,
         gsize       to)
{
  return from >= to || strspn (text + from, "0") >= to - from;
}

/* Statistical place codes (GB/T 2260 and GB/T 10114): province 2, city 2, county 2 digits, then
 * town 3 and village 3 if it goes so far. Zeros stand for "all of it", so that nothing can stand
 * behind them; only the county may be missing, as in Dongguan, whose towns are 441900 and so on. */
static gboolean
is_place_code (const char *text)
{
  gsize length = strlen (text);

  if ((length != 6 && length != 9 && length != 12) || strspn (text, "0123456789") != length ||
      *text == '0')
    return FALSE;
  if (is_zero (text, 2, 4) && !is_zero (text, 4, length))
    return FALSE;
  return length < 12 || !is_zero (text, 6, 9) || is_zero (text, 9, 12);
}

static const struct
{
  const char     *name;
  YcSchemaFormat  holds;
} FORMATS[] = {
  { "date", is_date },
  { "date-time", is_date_time },
  { "duration", is_duration },
  { "email", is_email },
  { "hostname", is_hostname },
  { "id-number", is_id_number },
  { "idn-email", yc_schema_format_is_idn_email },
  { "ipv4", is_ipv4 },
  { "ipv6", is_ipv6 },
  { "iri", yc_schema_format_is_iri },
  { "iri-reference", yc_schema_format_is_iri_reference },
  { "json-pointer", is_json_pointer },
  { "mobile", is_mobile },
  { "place-code", is_place_code },
  { "regex", is_regex },
  { "relative-json-pointer", yc_schema_format_is_relative_pointer },
  { "time", is_time },
  { "uri", is_uri },
  { "uri-reference", is_uri_reference },
  { "uri-template", yc_schema_format_is_uri_template },
  { "uscc", is_uscc },
  { "uuid", is_uuid },
};

/* The test for @name, NULL for a format that is not known, which never makes a value invalid. */
YcSchemaFormat
yc_schema_format_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      if (g_str_equal (FORMATS[i].name, name))
        return FORMATS[i].holds;
    }
  return NULL;
}
