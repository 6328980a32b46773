/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was changed in a form. All changes to one field until it is left are one step, so that
 * undoing goes by what a person did and not by key presses. A step keeps what was at the places
 * that it changed and nothing else.
 */
#include "yc-form-history-private.h"

#include "yc-form-overlap-private.h"
#include "yc-json.h"

#define MAX_STEPS 100

typedef struct
{
  char     *pointer;
  JsonNode *value;          /* what is to be put back there, nullable */
} Change;

typedef struct
{
  char      *place;         /* of what was changed, for people */
  GPtrArray *changes;       /* Change, the latest last */
} Step;

struct _YcFormHistory
{
  GQueue    done;           /* Step, the latest at the tail */
  GQueue    undone;
  gboolean  open;           /* the latest step still takes changes to its field */
};

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_pointer (&self->value, json_node_unref);
  g_free (self->pointer);
  g_free (self);
}

static void
step_free (gpointer data)
{
  Step *self = data;

  g_ptr_array_unref (self->changes);
  g_free (self->place);
  g_free (self);
}

static Step *
push (GQueue     *queue,
      const char *place)
{
  Step *step = g_new0 (Step, 1);

  step->changes = g_ptr_array_new_with_free_func (change_free);
  step->place = g_strdup (place);
  g_queue_push_tail (queue, step);
  if (queue->length > MAX_STEPS)
    step_free (g_queue_pop_head (queue));
  return step;
}

static void
add_change (Step       *self,
            JsonNode   *data,
            const char *pointer)
{
  JsonNode *value = yc_json_pointer_get (data, pointer);
  Change *change = g_new0 (Change, 1);

  change->pointer = g_strdup (pointer);
  change->value = value == NULL ? NULL : yc_json_copy (value);
  g_ptr_array_add (self->changes, change);
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

static gboolean
covers (Step       *self,
        const char *pointer)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = self->changes->pdata[i];

      if (yc_form_is_inside (pointer, change->pointer))
        return TRUE;
    }
  return FALSE;
}

/* Before @data are changed at @pointer, because a person changed the field at @place. */
void
yc_form_history_record (YcFormHistory *self,
                        JsonNode      *data,
                        const char    *pointer,
                        const char    *place)
{
  Step *latest = g_queue_peek_tail (&self->done);

  g_queue_clear_full (&self->undone, step_free);
  if (!self->open || latest == NULL || !g_str_equal (latest->place, place))
    latest = push (&self->done, place);
  if (!covers (latest, pointer))
    add_change (latest, data, pointer);
  self->open = TRUE;
}

/* The field was left: what comes next is another step. */
void
yc_form_history_settle (YcFormHistory *self)
{
  self->open = FALSE;
}

/* Puts back what a step changed, the latest first; returns whether that made a difference. */
static gboolean
take_back (Step          *self,
           GQueue        *to,
           JsonNode     **data,
           YcFormRestore  restore,
           gpointer       user_data)
{
  Step *back = NULL;

  for (guint i = self->changes->len; i > 0; i--)
    {
      Change *change = self->changes->pdata[i - 1];
      JsonNode *now = yc_json_pointer_get (*data, change->pointer);

      if ((now == NULL) == (change->value == NULL) && yc_json_equal (now, change->value))
        continue;
      if (back == NULL)
        back = push (to, self->place);
      add_change (back, *data, change->pointer);
      restore (change->pointer, g_steal_pointer (&change->value), user_data);
    }
  return back != NULL;
}

/* Steps that changed nothing in the end are passed over. */
static char *
go_back (YcFormHistory  *self,
         GQueue         *from,
         GQueue         *to,
         JsonNode      **data,
         YcFormRestore   restore,
         gpointer        user_data)
{
  self->open = FALSE;
  while (!g_queue_is_empty (from))
    {
      Step *step = g_queue_pop_tail (from);
      char *place = take_back (step, to, data, restore, user_data) ? g_strdup (step->place) : NULL;

      step_free (step);
      if (place != NULL)
        return place;
    }
  return NULL;
}

/* Takes back the latest step and returns its place (full), NULL if there is none. */
char *
yc_form_history_undo (YcFormHistory  *self,
                      JsonNode      **data,
                      YcFormRestore   restore,
                      gpointer        user_data)
{
  return go_back (self, &self->done, &self->undone, data, restore, user_data);
}

/* Does again what was undone last, likewise. */
char *
yc_form_history_redo (YcFormHistory  *self,
                      JsonNode      **data,
                      YcFormRestore   restore,
                      gpointer        user_data)
{
  return go_back (self, &self->undone, &self->done, data, restore, user_data);
}
