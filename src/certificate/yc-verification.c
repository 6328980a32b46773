/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of checking a certificate, whether its file, its QR code or its number was checked. */
#include "yc-verification.h"
#include "yc-verification-words-private.h"

#include <glib/gi18n-lib.h>

#include "yc-certificate-number.h"
#include "yc-day.h"
#include "yc-json.h"

struct _YcVerification
{
  GObject              parent_instance;

  YcVerificationState  state;
  char                *serial;
  char                *signer;
  GDateTime           *signed_at;
  GListModel          *checks;
  char                *sha256;
  char                *replaced_by;
  char                *valid_until;
  gboolean             sample;
  gboolean             registry_asked;
};

G_DEFINE_FINAL_TYPE (YcVerification, yc_verification, G_TYPE_OBJECT)

static void
yc_verification_finalize (GObject *object)
{
  YcVerification *self = YC_VERIFICATION (object);

  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->signer, g_free);
  g_clear_pointer (&self->signed_at, g_date_time_unref);
  g_clear_object (&self->checks);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->replaced_by, g_free);
  g_clear_pointer (&self->valid_until, g_free);

  G_OBJECT_CLASS (yc_verification_parent_class)->finalize (object);
}

static void
yc_verification_class_init (YcVerificationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_verification_finalize;
}

static void
yc_verification_init (YcVerification *self)
{
}

/* The worst is told. */
static void
add_state (YcVerification *self, YcVerificationState state)
{
  self->state = MAX (self->state, state);
}

/* Where nothing speaks against it, it is what it is: genuine, or a sample. */
static YcVerificationState
get_best (YcVerification *self)
{
  return self->sample ? YC_VERIFICATION_SAMPLE : YC_VERIFICATION_GENUINE;
}

static gboolean
is_over (const GDate *last, const GDate *today)
{
  g_autofree char *now = yc_day_dup_today ();
  GDate day;

  if (today == NULL && yc_day_parse (now, &day))
    today = &day;

  return g_date_compare (last, today) < 0;
}

/* @day: (nullable): its last day; what is no day says nothing. */
static void
add_last_day (YcVerification *self, const char *day, const GDate *today)
{
  GDate last;

  if (!yc_day_parse (day, &last))
    return;
  g_free (self->valid_until);
  self->valid_until = g_strdup (day);
  if (is_over (&last, today))
    add_state (self, YC_VERIFICATION_EXPIRED);
}

YcVerification *
yc_verification_new_for_file (YcVerdict *verdict,
                              GBytes    *pdf)
{
  static const YcVerificationState states[] = {
    [YC_VERDICT_GENUINE] = YC_VERIFICATION_GENUINE,
    [YC_VERDICT_CHANGED] = YC_VERIFICATION_ALTERED,
    [YC_VERDICT_UNTRUSTED] = YC_VERIFICATION_OTHER_SIGNER,
    [YC_VERDICT_NOT_SIGNED] = YC_VERIFICATION_NOT_SIGNED,
    [YC_VERDICT_EXPIRED_SIGNER] = YC_VERIFICATION_SIGNER_EXPIRED,
    [YC_VERDICT_BROKEN] = YC_VERIFICATION_BROKEN,
    [YC_VERDICT_EXTENDED] = YC_VERIFICATION_EXTENDED,
  };
  YcVerification *self;
  GDateTime *signed_at;

  g_return_val_if_fail (YC_IS_VERDICT (verdict), NULL);

  self = g_object_new (YC_TYPE_VERIFICATION, NULL);
  self->sample = yc_verdict_get_sample (verdict);
  self->state = states[yc_verdict_get_state (verdict)];
  add_state (self, get_best (self));
  self->serial = g_strdup (yc_verdict_get_serial (verdict));
  self->signer = g_strdup (yc_verdict_get_signer (verdict));
  signed_at = yc_verdict_get_signed_at (verdict);
  self->signed_at = signed_at != NULL ? g_date_time_ref (signed_at) : NULL;
  self->checks = g_object_ref (yc_verdict_get_checks (verdict));
  /* From a stranger it is only a claim. */
  if (self->state != YC_VERIFICATION_OTHER_SIGNER)
    add_last_day (self, yc_verdict_get_last_day (verdict), NULL);
  if (pdf != NULL)
    self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

  return self;
}

static GDateTime *
create_time (const GDate *day)
{
  if (!g_date_valid (day))
    return NULL;

  return g_date_time_new (yc_day_get_zone (), g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day), 0, 0, 0.0);
}

YcVerification *
yc_verification_new_for_mark (const YcVerifyMark *mark,
                              YcMarkResult        result,
                              const GDate        *today)
{
  static const YcVerificationState states[] = {
    [YC_MARK_GENUINE] = YC_VERIFICATION_GENUINE,
    [YC_MARK_NOT_COMPARED] = YC_VERIFICATION_MARK_ONLY,
    [YC_MARK_WORDS_DIFFER] = YC_VERIFICATION_WORDS_DIFFER,
    [YC_MARK_FORGED] = YC_VERIFICATION_ALTERED,
    [YC_MARK_UNKNOWN_KEY] = YC_VERIFICATION_OTHER_SIGNER,
  };
  YcVerification *self;
  char until[sizeof "2026-11-22"];

  g_return_val_if_fail (mark != NULL, NULL);
  g_return_val_if_fail (result >= YC_MARK_GENUINE && result <= YC_MARK_UNKNOWN_KEY, NULL);

  self = g_object_new (YC_TYPE_VERIFICATION, NULL);
  self->sample = result < YC_MARK_FORGED && yc_verify_mark_is_sample (mark);
  self->state = states[result];
  add_state (self, get_best (self));
  if (result < YC_MARK_FORGED && g_date_valid (&mark->until) &&
      g_date_strftime (until, sizeof until, "%Y-%m-%d", &mark->until) > 0)
    add_last_day (self, until, today);
  self->serial = g_strdup (mark->serial);
  self->signed_at = create_time (&mark->issued);

  return self;
}

YcVerification *
yc_verification_new_for_number (const char *number)
{
  YcVerification *self;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (number != NULL, NULL);

  self = g_object_new (YC_TYPE_VERIFICATION, NULL);
  typed = g_strstrip (g_ascii_strup (number, -1));
  if (!yc_certificate_number_check (typed))
    self->state = YC_VERIFICATION_BAD_NUMBER;
  else
    {
      self->state = YC_VERIFICATION_NUMBER_ONLY;
      self->serial = g_steal_pointer (&typed);
    }

  return self;
}

/* Whether the register has another file under this number. */
static gboolean
is_other_file (YcVerification *self, const YcRegistryEntry *entry)
{
  return self->sha256 != NULL && entry->sha256 != NULL &&
         g_ascii_strcasecmp (self->sha256, entry->sha256) != 0;
}

/* What the register settles: that a number was issued, and that a file is the issuer's own although
 * its signer's certificate has run out since. */
static void
settle (YcVerification *self, const YcRegistryEntry *entry)
{
  if (self->state == YC_VERIFICATION_NUMBER_ONLY)
    self->state = YC_VERIFICATION_IN_REGISTER;
  else if (self->state == YC_VERIFICATION_SIGNER_EXPIRED && self->sha256 != NULL &&
           entry->sha256 != NULL)
    self->state = get_best (self);
}

void
yc_verification_add_revocation (YcVerification  *self,
                                YcRegistryState  state,
                                const char      *replaced_by)
{
  g_return_if_fail (YC_IS_VERIFICATION (self));

  if (state == YC_REGISTRY_VOID)
    add_state (self, YC_VERIFICATION_VOID);
  if (state != YC_REGISTRY_REPLACED)
    return;
  add_state (self, YC_VERIFICATION_REPLACED);
  g_free (self->replaced_by);
  self->replaced_by = g_strdup (replaced_by);
}

void
yc_verification_add_registry (YcVerification        *self,
                              const YcRegistryEntry *entry,
                              const GDate           *today)
{
  g_return_if_fail (YC_IS_VERIFICATION (self));

  self->registry_asked = TRUE;
  if (entry == NULL || is_other_file (self, entry))
    {
      add_state (self, YC_VERIFICATION_UNKNOWN);
      return;
    }

  settle (self, entry);
  add_last_day (self, entry->valid_until, today);
  yc_verification_add_revocation (self, entry->state, entry->replaced_by);
}

YcVerificationState
yc_verification_get_state (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), YC_VERIFICATION_BROKEN);

  return self->state;
}

gboolean
yc_verification_is_good (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), FALSE);

  return self->state <= YC_VERIFICATION_MARK_ONLY;
}

const char *
yc_verification_get_serial (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->serial;
}

const char *
yc_verification_get_signer (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->signer;
}

GDateTime *
yc_verification_get_signed_at (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->signed_at;
}

gboolean
yc_verification_get_sample (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), FALSE);

  return self->sample;
}

gboolean
yc_verification_get_registry_asked (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), FALSE);

  return self->registry_asked;
}

const char *
yc_verification_get_valid_until (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->valid_until;
}

const char *
yc_verification_get_replaced_by (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->replaced_by;
}

GListModel *
yc_verification_get_checks (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return self->checks;
}

const char *
yc_verification_get_title (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return yc_verification_state_get_title (self->state);
}

const char *
yc_verification_get_sentence (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  return yc_verification_state_get_sentence (self->state);
}

/* A signature says nothing about what the issuer did later. */
const char *
yc_verification_get_advice (YcVerification *self)
{
  g_return_val_if_fail (YC_IS_VERIFICATION (self), NULL);

  if (self->state == YC_VERIFICATION_GENUINE && !self->registry_asked)
    return _("Whether it has been made void since could not be asked. If much depends on it, look "
             "the number up in the issuer’s register.");

  return yc_verification_state_get_advice (self->state);
}

static void
add_check (JsonArray *array, YcVerdictCheck *check)
{
  static const char *const results[] = {
    [YC_CHECK_PASSED] = "passed", [YC_CHECK_FAILED] = "failed", [YC_CHECK_SKIPPED] = "skipped",
  };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_verdict_check_get_id (check));
  json_object_set_string_member (object, "result", results[yc_verdict_check_get_result (check)]);
  json_object_set_string_member (object, "title", yc_verdict_check_get_title (check));
  json_object_set_member (object, "detail",
                          yc_json_string_node (yc_verdict_check_get_detail (check)));
  json_array_add_object_element (array, object);
}

static JsonArray *
write_checks (YcVerification *self)
{
  JsonArray *array = json_array_new ();
  guint n = self->checks != NULL ? g_list_model_get_n_items (self->checks) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (self->checks, i);

      add_check (array, check);
    }

  return array;
}

JsonObject *
yc_verification_to_json (YcVerification *self)
{
  JsonObject *object = json_object_new ();
  g_autofree char *signed_at =
      self->signed_at != NULL ? g_date_time_format_iso8601 (self->signed_at) : NULL;

  json_object_set_string_member (object, "state", yc_verification_state_to_string (self->state));
  json_object_set_string_member (object, "title", yc_verification_get_title (self));
  json_object_set_string_member (object, "sentence", yc_verification_get_sentence (self));
  json_object_set_string_member (object, "advice", yc_verification_get_advice (self));
  json_object_set_member (object, "serial", yc_json_string_node (self->serial));
  json_object_set_member (object, "signer", yc_json_string_node (self->signer));
  json_object_set_member (object, "valid_until", yc_json_string_node (self->valid_until));
  json_object_set_member (object, "signed_at", yc_json_string_node (signed_at));
  json_object_set_boolean_member (object, "sample", self->sample);
  json_object_set_boolean_member (object, "registry_asked", self->registry_asked);
  json_object_set_member (object, "replaced_by", yc_json_string_node (self->replaced_by));
  json_object_set_array_member (object, "checks", write_checks (self));

  return object;
}
