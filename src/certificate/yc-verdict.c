/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a verifier found out about one PDF. */
#include "yc-verdict.h"
#include "yc-verdict-private.h"

#include <glib/gi18n-lib.h>

struct _YcVerdict
{
  GObject         parent_instance;

  YcVerdictState  state;
  gboolean        sample;
  char           *serial;
  char           *last_day;
  char           *signer;
  GDateTime      *signed_at;
  GListStore     *checks;
};

G_DEFINE_FINAL_TYPE (YcVerdict, yc_verdict, G_TYPE_OBJECT)

/* In the order in which they are made. */
static const struct
{
  const char *id;
  const char *title;
} checks[] = {
  { "file", N_("The file is a whole PDF") },
  { "signature-field", N_("It carries exactly one signature") },
  { "coverage", N_("The signature covers every byte of the file") },
  { "integrity", N_("Nothing was changed after signing") },
  { "timestamp", N_("The time of signing is confirmed by a time-stamp") },
  { "signer", N_("The signer is someone we trust") },
  { "revocation", N_("The signer’s certificate has not been revoked") },
  { "period", N_("The signer’s certificate is in its period of validity") },
  { "serial", N_("The certificate’s number is well formed") },
};

static const char *const names[] = {
  [YC_VERDICT_GENUINE] = "genuine",
  [YC_VERDICT_CHANGED] = "changed",
  [YC_VERDICT_UNTRUSTED] = "untrusted",
  [YC_VERDICT_NOT_SIGNED] = "not-signed",
  [YC_VERDICT_EXPIRED_SIGNER] = "expired-signer",
  [YC_VERDICT_BROKEN] = "broken",
  [YC_VERDICT_EXTENDED] = "extended",
};

static void
yc_verdict_finalize (GObject *object)
{
  YcVerdict *self = YC_VERDICT (object);

  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->last_day, g_free);
  g_clear_pointer (&self->signer, g_free);
  g_clear_pointer (&self->signed_at, g_date_time_unref);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (yc_verdict_parent_class)->finalize (object);
}

static void
yc_verdict_class_init (YcVerdictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_verdict_finalize;
}

static void
yc_verdict_init (YcVerdict *self)
{
  self->state = YC_VERDICT_BROKEN;
  self->checks = g_list_store_new (YC_TYPE_VERDICT_CHECK);
}

YcVerdict *
yc_verdict_new (void)
{
  return g_object_new (YC_TYPE_VERDICT, NULL);
}

/* Adds the result of the next check, which must be @id. Takes @detail. */
void
yc_verdict_add_check (YcVerdict *self, const char *id, YcCheckResult result, char *detail)
{
  guint at = g_list_model_get_n_items (G_LIST_MODEL (self->checks));
  g_autoptr (YcVerdictCheck) check = NULL;

  g_assert (at < G_N_ELEMENTS (checks) && g_str_equal (checks[at].id, id));

  check = yc_verdict_check_new (checks[at].id, _(checks[at].title), result, detail);
  g_list_store_append (self->checks, check);
}

void
yc_verdict_set_state (YcVerdict *self, YcVerdictState state)
{
  self->state = state;
}

void
yc_verdict_set_sample (YcVerdict *self, gboolean sample)
{
  self->sample = sample;
}

/* Takes all three. */
void
yc_verdict_take_words (YcVerdict *self, char *serial, char *signer, GDateTime *signed_at)
{
  self->serial = serial;
  self->signer = signer;
  self->signed_at = signed_at;
}

/* Takes @last_day (nullable). */
void
yc_verdict_take_last_day (YcVerdict *self, char *last_day)
{
  self->last_day = last_day;
}

/* Lists the checks that were not made as such. */
void
yc_verdict_close (YcVerdict *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->checks)); i < G_N_ELEMENTS (checks);
       i++)
    yc_verdict_add_check (self, checks[i].id, YC_CHECK_SKIPPED, NULL);
}

YcVerdictState
yc_verdict_get_state (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), YC_VERDICT_BROKEN);

  return self->state;
}

const char *
yc_verdict_get_serial (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), NULL);

  return self->serial;
}

const char *
yc_verdict_get_last_day (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), NULL);

  return self->last_day;
}

const char *
yc_verdict_get_signer (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), NULL);

  return self->signer;
}

GDateTime *
yc_verdict_get_signed_at (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), NULL);

  return self->signed_at;
}

gboolean
yc_verdict_get_sample (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), FALSE);

  return self->sample;
}

GListModel *
yc_verdict_get_checks (YcVerdict *self)
{
  g_return_val_if_fail (YC_IS_VERDICT (self), NULL);

  return G_LIST_MODEL (self->checks);
}

/* "genuine", "changed", "untrusted", "not-signed", "expired-signer", "broken" or "extended". */
const char *
yc_verdict_state_to_string (YcVerdictState state)
{
  g_return_val_if_fail (state >= YC_VERDICT_GENUINE && state <= YC_VERDICT_EXTENDED, NULL);

  return names[state];
}
