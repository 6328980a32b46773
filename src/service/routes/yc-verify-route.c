/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The public page on which anyone checks a certificate, by its number or by its file; programs get
 * what it says of a number as JSON. */
#include "yc-routes-private.h"

#include "yc-certificate-number.h"
#include "yc-certificate-verifier.h"
#include "yc-http-form.h"
#include "yc-service-error.h"
#include "yc-typed-number.h"
#include "yc-verify-page.h"

#include <string.h>

static const YcVerifyWords *
choose_words (YcHttpRequest *request)
{
  const char *wanted = yc_http_request_get_query (request, "lang");

  return yc_verify_words_choose (
    wanted != NULL ? wanted : yc_http_request_get_header (request, "accept-language"));
}

/* What is not named is answered with 200: there is something to say. */
static guint
get_status (YcVerifyState state)
{
  static const guint statuses[YC_N_VERIFY_STATES + 1] = {
    [YC_VERIFY_UNKNOWN] = 404,
    [YC_VERIFY_BAD_NUMBER] = 404,
    [YC_VERIFY_NO_FILE] = 400,
    [YC_VERIFY_TOO_OFTEN] = 429,
  };

  return statuses[state] != 0 ? statuses[state] : 200;
}

static YcHttpResponse *
answer (const YcVerifyPage *page)
{
  YcHttpResponse *response =
    yc_http_response_new_text (get_status (page->state), "text/html; charset=utf-8",
                               yc_verify_page_write (page));

  yc_http_response_set_header (response, "Content-Language", page->words->lang);
  yc_http_response_set_header (response, "Vary", "Accept, Accept-Language");
  yc_http_response_set_header (response, "Referrer-Policy", "no-referrer");
  yc_http_response_set_header (response, "Content-Security-Policy",
                               "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
                               "base-uri 'none'; frame-ancestors 'none'");
  return response;
}

/* Numbers can be guessed one after the other, so nobody may ask for many of them. Returns the seconds
 * to wait, 0 when there is no need. */
static guint
take_allowance (YcCall *call)
{
  return yc_allowance_take (yc_service_get_verifications (call->work.service),
                            yc_http_request_get_address (call->request));
}

static YcHttpResponse *
refuse_flood (YcCall       *call,
              YcVerifyPage *page)
{
  guint wait = take_allowance (call);
  g_autofree char *seconds = g_strdup_printf ("%u", wait);
  YcHttpResponse *response;

  if (wait == 0)
    return NULL;
  page->state = YC_VERIFY_TOO_OFTEN;
  response = answer (page);
  yc_http_response_set_header (response, "Retry-After", seconds);
  return response;
}

/* Returns FALSE only when the database failed. */
static gboolean
find_standing (YcCall                 *call,
               const char             *serial,
               YcCertificateStanding **standing,
               GError                **error)
{
  g_autoptr (GError) local = NULL;

  *standing = yc_certificate_standing_find (&call->work, serial, &local);
  if (local == NULL || g_error_matches (local, YC_SERVICE_ERROR, YC_SERVICE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static YcHttpResponse *
answer_standing (YcVerifyPage                *page,
                 const YcCertificateStanding *standing)
{
  static const YcVerifyState states[] = {
    [YC_STANDING_VALID] = YC_VERIFY_VALID,
    [YC_STANDING_VOID] = YC_VERIFY_VOID,
    [YC_STANDING_REPLACED] = YC_VERIFY_REPLACED,
    [YC_STANDING_EXPIRED] = YC_VERIFY_EXPIRED,
  };

  page->state = states[standing->standing];
  page->standing = standing;
  return answer (page);
}

static YcHttpResponse *
answer_number (YcCall        *call,
               YcVerifyPage  *page,
               const char    *serial,
               GError       **error)
{
  g_autoptr (YcCertificateStanding) standing = NULL;

  if (!find_standing (call, serial, &standing, error))
    return NULL;
  page->serial = serial;
  if (standing != NULL)
    return answer_standing (page, standing);
  page->state = yc_certificate_number_check (serial) ? YC_VERIFY_UNKNOWN : YC_VERIFY_BAD_NUMBER;
  return answer (page);
}

static void
begin (YcCall       *call,
       YcVerifyPage *page)
{
  *page = (YcVerifyPage) {
    .words = choose_words (call->request),
    .state = YC_VERIFY_ASKING,
    .now = call->work.now,
  };
}

/* The same for a program, and no more of it. */
static YcHttpResponse *
answer_program (YcCall  *call,
                GError **error)
{
  guint wait = take_allowance (call);
  YcHttpResponse *response;

  if (wait > 0)
    {
      yc_service_error_set_wait (error, wait);
      return NULL;
    }
  response = yc_verification_route_get (call, error);
  if (response != NULL)
    yc_http_response_set_header (response, "Vary", "Accept");
  return response;
}

static gboolean
is_for_program (YcHttpRequest *request)
{
  const char *accept = yc_http_request_get_header (request, "accept");

  return accept != NULL && g_str_has_prefix (accept, "application/json");
}

YcHttpResponse *
yc_verify_route_get (YcCall  *call,
                     GError **error)
{
  YcVerifyPage page;
  YcHttpResponse *refusal;

  if (is_for_program (call->request))
    return answer_program (call, error);
  begin (call, &page);
  refusal = refuse_flood (call, &page);
  return refusal != NULL ? refusal : answer_number (call, &page, call->argument, error);
}

YcHttpResponse *
yc_verify_route_ask (YcCall  *call,
                     GError **error)
{
  const char *typed = yc_http_request_get_query (call->request, "number");
  g_autofree char *serial = typed != NULL ? yc_typed_number_read (typed) : NULL;
  YcVerifyPage page;
  YcHttpResponse *refusal;

  begin (call, &page);
  if (serial == NULL || serial[0] == '\0')
    return answer (&page);
  refusal = refuse_flood (call, &page);
  return refusal != NULL ? refusal : answer_number (call, &page, serial, error);
}

/* What is wrong with a file; YC_VERIFY_ASKING when nothing is so far. */
static YcVerifyState
judge_file (YcVerdict *verdict)
{
  switch (yc_verdict_get_state (verdict))
    {
    case YC_VERDICT_CHANGED:
      return YC_VERIFY_ALTERED;
    case YC_VERDICT_EXTENDED:
      return YC_VERIFY_EXTENDED;
    case YC_VERDICT_NOT_SIGNED:
      return YC_VERIFY_NOT_SIGNED;
    case YC_VERDICT_BROKEN:
      return YC_VERIFY_NOT_PDF;
    case YC_VERDICT_GENUINE:
    case YC_VERDICT_UNTRUSTED:
    case YC_VERDICT_EXPIRED_SIGNER:
    default:
      return YC_VERIFY_ASKING;
    }
}

/* Whoever signed it: it is ours if it is byte for byte what we issued, and otherwise it is not. */
static YcHttpResponse *
answer_signed (YcCall        *call,
               YcVerifyPage  *page,
               GBytes        *pdf,
               YcVerdict     *verdict,
               GError       **error)
{
  const char *serial = yc_verdict_get_serial (verdict);
  g_autoptr (YcCertificateStanding) standing = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

  if (serial != NULL && !find_standing (call, serial, &standing, error))
    return NULL;
  if (standing == NULL || !g_str_equal (standing->certificate->sha256, sha256))
    {
      page->state = yc_verdict_get_state (verdict) == YC_VERDICT_UNTRUSTED ? YC_VERIFY_FOREIGN
                                                                           : YC_VERIFY_NOT_ISSUED;
      return answer (page);
    }
  page->serial = serial;
  page->file_same = TRUE;
  return answer_standing (page, standing);
}

static YcHttpResponse *
answer_file (YcCall        *call,
             YcVerifyPage  *page,
             GBytes        *pdf,
             GError       **error)
{
  g_autoptr (YcTrust) trust = yc_service_dup_trust (call->work.service);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, call->work.now);

  page->state = judge_file (verdict);
  if (page->state != YC_VERIFY_ASKING)
    return answer (page);
  return answer_signed (call, page, pdf, verdict, error);
}

YcHttpResponse *
yc_verify_route_check_file (YcCall  *call,
                            GError **error)
{
  g_autoptr (GBytes) body = yc_http_request_dup_bytes (call->request);
  g_autoptr (GBytes) pdf = yc_http_form_find_field (
    body, yc_http_request_get_header (call->request, "content-type"), "file");
  YcVerifyPage page;
  YcHttpResponse *refusal;

  begin (call, &page);
  refusal = refuse_flood (call, &page);
  if (refusal != NULL)
    return refusal;
  if (pdf != NULL && g_bytes_get_size (pdf) > 0)
    return answer_file (call, &page, pdf, error);
  page.state = YC_VERIFY_NO_FILE;
  return answer (&page);
}
