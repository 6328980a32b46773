/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One certificate of a batch that is printed, and how far it has come. */
#include "yc-print-batch-item.h"

struct _YcPrintBatchItem
{
  GObject parent_instance;

  YcIssuedCertificate *certificate;
  YcPrintRun          *run;
  GError              *error;
  gboolean             begun;
  gboolean             repeated;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintBatchItem, yc_print_batch_item, G_TYPE_OBJECT)

static void
tell (YcPrintBatchItem *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_run (YcPrintBatchItem *self,
         YcPrintRun       *run)
{
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  if (run != NULL)
    g_signal_connect_swapped (run, "notify", G_CALLBACK (tell), self);
}

static void
yc_print_batch_item_dispose (GObject *object)
{
  YcPrintBatchItem *self = YC_PRINT_BATCH_ITEM (object);

  set_run (self, NULL);
  g_clear_object (&self->certificate);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (yc_print_batch_item_parent_class)->dispose (object);
}

static void
yc_print_batch_item_class_init (YcPrintBatchItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_print_batch_item_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_batch_item_init (YcPrintBatchItem *self)
{
}

YcPrintBatchItem *
yc_print_batch_item_new (YcIssuedCertificate *certificate)
{
  YcPrintBatchItem *self;

  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (certificate), NULL);

  self = g_object_new (YC_TYPE_PRINT_BATCH_ITEM, NULL);
  self->certificate = g_object_ref (certificate);
  return self;
}

YcIssuedCertificate *
yc_print_batch_item_get_certificate (YcPrintBatchItem *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH_ITEM (self), NULL);

  return self->certificate;
}

static YcPrintBatchItemState
get_run_state (YcPrintRun *run)
{
  YcPrintRunState state = yc_print_run_get_state (run);

  if (state == YC_PRINT_RUN_DONE)
    return YC_PRINT_BATCH_ITEM_PRINTED;
  if (state == YC_PRINT_RUN_UNKNOWN)
    return YC_PRINT_BATCH_ITEM_UNKNOWN;
  return yc_print_run_state_is_final (state) ? YC_PRINT_BATCH_ITEM_NOT_PRINTED
                                             : YC_PRINT_BATCH_ITEM_UNDER_WAY;
}

YcPrintBatchItemState
yc_print_batch_item_get_state (YcPrintBatchItem *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH_ITEM (self), YC_PRINT_BATCH_ITEM_LEFT);

  if (self->error != NULL)
    return YC_PRINT_BATCH_ITEM_NOT_PRINTED;
  if (self->run != NULL)
    return get_run_state (self->run);
  return self->begun ? YC_PRINT_BATCH_ITEM_UNDER_WAY : YC_PRINT_BATCH_ITEM_LEFT;
}

YcPrintRun *
yc_print_batch_item_get_run (YcPrintBatchItem *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH_ITEM (self), NULL);

  return self->run;
}

const GError *
yc_print_batch_item_get_error (YcPrintBatchItem *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH_ITEM (self), NULL);

  return self->error;
}

gboolean
yc_print_batch_item_get_repeated (YcPrintBatchItem *self)
{
  g_return_val_if_fail (YC_IS_PRINT_BATCH_ITEM (self), FALSE);

  return self->repeated;
}

void
yc_print_batch_item_begin (YcPrintBatchItem *self)
{
  g_return_if_fail (YC_IS_PRINT_BATCH_ITEM (self));

  self->begun = TRUE;
  tell (self);
}

void
yc_print_batch_item_follow (YcPrintBatchItem *self,
                            YcPrintRun       *run)
{
  g_return_if_fail (YC_IS_PRINT_BATCH_ITEM (self));
  g_return_if_fail (YC_IS_PRINT_RUN (run));

  set_run (self, run);
  tell (self);
}

void
yc_print_batch_item_fail (YcPrintBatchItem *self,
                          const GError     *error)
{
  g_return_if_fail (YC_IS_PRINT_BATCH_ITEM (self));

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  tell (self);
}

void
yc_print_batch_item_reset (YcPrintBatchItem *self)
{
  g_return_if_fail (YC_IS_PRINT_BATCH_ITEM (self));

  self->repeated = self->repeated || self->run != NULL;
  set_run (self, NULL);
  g_clear_error (&self->error);
  self->begun = FALSE;
  tell (self);
}
