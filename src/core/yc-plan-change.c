/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing in which a plan became another when an answer changed. */
#include "yc-plan-change.h"
#include "yc-plan-private.h"

struct _YcPlanChange
{
  GObject           parent_instance;

  YcPlanChangeKind  kind;
  char             *id;
  char             *words;
};

G_DEFINE_FINAL_TYPE (YcPlanChange, yc_plan_change, G_TYPE_OBJECT)

static void
yc_plan_change_finalize (GObject *object)
{
  YcPlanChange *self = YC_PLAN_CHANGE (object);

  g_free (self->id);
  g_free (self->words);

  G_OBJECT_CLASS (yc_plan_change_parent_class)->finalize (object);
}

static void
yc_plan_change_class_init (YcPlanChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_plan_change_finalize;
}

static void
yc_plan_change_init (YcPlanChange *self)
{
}

/* Takes @words. */
YcPlanChange *
yc_plan_change_new (YcPlanChangeKind  kind,
                    const char       *id,
                    char             *words)
{
  YcPlanChange *self = g_object_new (YC_TYPE_PLAN_CHANGE, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->words = words;
  return self;
}

YcPlanChangeKind
yc_plan_change_get_kind (YcPlanChange *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CHANGE (self), 0);

  return self->kind;
}

const char *
yc_plan_change_get_id (YcPlanChange *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CHANGE (self), NULL);

  return self->id;
}

const char *
yc_plan_change_get_words (YcPlanChange *self)
{
  g_return_val_if_fail (YC_IS_PLAN_CHANGE (self), NULL);

  return self->words;
}
