/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that was checked about a certificate, with its result in words. */
#include "yc-verdict-private.h"

struct _YcVerdictCheck
{
  GObject        parent_instance;

  const char    *id;
  const char    *title;
  char          *detail;
  YcCheckResult  result;
};

G_DEFINE_FINAL_TYPE (YcVerdictCheck, yc_verdict_check, G_TYPE_OBJECT)

static void
yc_verdict_check_finalize (GObject *object)
{
  g_free (YC_VERDICT_CHECK (object)->detail);

  G_OBJECT_CLASS (yc_verdict_check_parent_class)->finalize (object);
}

static void
yc_verdict_check_class_init (YcVerdictCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_verdict_check_finalize;
}

static void
yc_verdict_check_init (YcVerdictCheck *self)
{
}

/* @id and @title are not copied; takes @detail. */
YcVerdictCheck *
yc_verdict_check_new (const char *id, const char *title, YcCheckResult result, char *detail)
{
  YcVerdictCheck *self = g_object_new (YC_TYPE_VERDICT_CHECK, NULL);

  self->id = id;
  self->title = title;
  self->result = result;
  self->detail = detail;

  return self;
}

const char *
yc_verdict_check_get_id (YcVerdictCheck *self)
{
  g_return_val_if_fail (YC_IS_VERDICT_CHECK (self), NULL);

  return self->id;
}

const char *
yc_verdict_check_get_title (YcVerdictCheck *self)
{
  g_return_val_if_fail (YC_IS_VERDICT_CHECK (self), NULL);

  return self->title;
}

YcCheckResult
yc_verdict_check_get_result (YcVerdictCheck *self)
{
  g_return_val_if_fail (YC_IS_VERDICT_CHECK (self), YC_CHECK_SKIPPED);

  return self->result;
}

const char *
yc_verdict_check_get_detail (YcVerdictCheck *self)
{
  g_return_val_if_fail (YC_IS_VERDICT_CHECK (self), NULL);

  return self->detail;
}
