/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a form was like before. All changes to one field until it is left are one step, so that
 * undoing goes by what a person did and not by key presses.
 */
#include "yc-form-history-private.h"

#include "yc-json.h"

#define MAX_STEPS 100

typedef struct
{
  JsonNode *data;           /* before the change */
  char     *pointer;        /* of what was changed */
} Step;

struct _YcFormHistory
{
  GQueue    done;           /* Step, the latest at the tail */
  GQueue    undone;
  gboolean  open;           /* the latest step still takes changes to its field */
};

static void
step_free (gpointer data)
{
  Step *self = data;

  json_node_unref (self->data);
  g_free (self->pointer);
  g_free (self);
}

static void
push (GQueue     *queue,
      JsonNode   *data,
      const char *pointer)
{
  Step *step = g_new0 (Step, 1);

  step->data = yc_json_copy (data);
  step->pointer = g_strdup (pointer);
  g_queue_push_tail (queue, step);
  if (queue->length > MAX_STEPS)
    step_free (g_queue_pop_head (queue));
}

YcFormHistory *
yc_form_history_new (void)
{
  YcFormHistory *self = g_new0 (YcFormHistory, 1);

  g_queue_init (&self->done);
  g_queue_init (&self->undone);
  return self;
}

/* Forgets everything, as when another draft is loaded. */
void
yc_form_history_clear (YcFormHistory *self)
{
  g_queue_clear_full (&self->done, step_free);
  g_queue_clear_full (&self->undone, step_free);
  self->open = FALSE;
}

void
yc_form_history_free (YcFormHistory *self)
{
  yc_form_history_clear (self);
  g_free (self);
}

/* Before @data are changed at @pointer. */
void
yc_form_history_record (YcFormHistory *self,
                        JsonNode      *data,
                        const char    *pointer)
{
  Step *latest = g_queue_peek_tail (&self->done);

  g_queue_clear_full (&self->undone, step_free);
  if (self->open && latest != NULL && g_str_equal (latest->pointer, pointer))
    return;
  push (&self->done, data, pointer);
  self->open = TRUE;
}

/* The field was left: what comes next is another step. */
void
yc_form_history_settle (YcFormHistory *self)
{
  self->open = FALSE;
}

/* Steps that changed nothing in the end are passed over. */
static JsonNode *
go_back (YcFormHistory  *self,
         GQueue         *from,
         GQueue         *to,
         JsonNode       *data,
         char          **pointer)
{
  self->open = FALSE;
  while (!g_queue_is_empty (from))
    {
      Step *step = g_queue_pop_tail (from);
      JsonNode *before = json_node_ref (step->data);
      gboolean same = yc_json_equal (before, data);

      if (!same)
        {
          push (to, data, step->pointer);
          *pointer = g_strdup (step->pointer);
        }
      step_free (step);
      if (!same)
        return before;
      json_node_unref (before);
    }
  return NULL;
}

/* The data before the latest step (full), NULL if there is none; @pointer (full): its place. */
JsonNode *
yc_form_history_undo (YcFormHistory  *self,
                      JsonNode       *data,
                      char          **pointer)
{
  return go_back (self, &self->done, &self->undone, data, pointer);
}

/* The data after the step that was undone last, likewise. */
JsonNode *
yc_form_history_redo (YcFormHistory  *self,
                      JsonNode       *data,
                      char          **pointer)
{
  return go_back (self, &self->undone, &self->done, data, pointer);
}
