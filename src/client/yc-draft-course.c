/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a draft stands: it follows the command that submits it, and then its case. */
#include "yc-draft-course.h"

#include "yc-command-private.h"
#include "yc-json.h"
#include "yc-word.h"

struct _YcDraftCourse
{
  GObject           parent_instance;

  YcParts          *parts;
  char             *case_id;
  YcCaseDraftState  state;
  YcCase           *a_case;
  YcCommand        *command;
  /* The version that what is filled in is based on, and how often the case was sent in by then. */
  char             *base;
  guint             base_tries;
};

enum
{
  STATE,
  CASE,
  COMMAND,
  CHANGED,
  NEWS,
  N_SIGNALS
};

static const char *const signal_names[N_SIGNALS] = { "state", "case", "command", "changed", "news" };

static const YcWord states[] = {
  { "draft" }, { "saved" }, { "parked" }, { "sent" }, { "mending" }, { NULL },
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDraftCourse, yc_draft_course, G_TYPE_OBJECT)

static void
changed_cb (YcDraftCourse *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_state (YcDraftCourse    *self,
           YcCaseDraftState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_signal_emit (self, signals[STATE], 0);
}

static YcCaseDraftState
state_without_command (YcDraftCourse *self)
{
  if (self->a_case == NULL)
    return YC_CASE_DRAFT_DRAFT;
  return yc_case_get_state (self->a_case) == YC_CASE_STATE_RETURNED ? YC_CASE_DRAFT_MENDING
                                                                     : YC_CASE_DRAFT_SENT;
}

static void
case_state_cb (YcDraftCourse *self)
{
  if (self->command == NULL)
    set_state (self, state_without_command (self));
  if (yc_case_get_state (self->a_case) != YC_CASE_STATE_SUBMITTED)
    g_signal_emit (self, signals[NEWS], 0);
}

/* A decision leaves the contents as they are: going on from them is safe. When somebody else sent
 * the case in again, it is not: the base stays, and the service will tell. */
static void
move_base (YcDraftCourse *self)
{
  if (self->base == NULL || yc_case_get_n_tries (self->a_case) == self->base_tries)
    yc_draft_course_set_base (self, self->a_case);
}

static void
case_version_cb (YcDraftCourse *self)
{
  move_base (self);
  changed_cb (self);
}

static void
follow_case (YcDraftCourse *self,
             YcCase        *a_case)
{
  if (self->a_case == a_case)
    return;
  if (self->a_case != NULL)
    g_signal_handlers_disconnect_by_data (self->a_case, self);
  g_set_object (&self->a_case, a_case);
  g_signal_connect_object (a_case, "notify::state", G_CALLBACK (case_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (a_case, "notify::version", G_CALLBACK (case_version_cb), self,
                           G_CONNECT_SWAPPED);
  /* Others may have seen a newer version than the one that was saved. */
  move_base (self);
  g_signal_emit (self, signals[CASE], 0);
  changed_cb (self);
}

static void
take_case (YcDraftCourse *self,
           JsonObject    *json)
{
  g_autoptr (YcCase) a_case =
      json != NULL ? yc_case_pool_take (self->parts->pool, json, NULL) : NULL;

  if (a_case != NULL && g_str_equal (yc_case_get_id (a_case), self->case_id))
    follow_case (self, a_case);
}

/* What is filled in is what the service has now; it could have been decided on already. */
static void
take_answer (YcDraftCourse *self,
             JsonObject    *json)
{
  g_autoptr (YcCase) answer = json != NULL ? yc_case_new_from_json (json, NULL) : NULL;

  take_case (self, json);
  if (answer == NULL)
    return;
  yc_draft_course_set_base (self, answer);
  if (self->a_case != NULL)
    case_version_cb (self);
}

static void
drop_command (YcDraftCourse *self)
{
  if (self->command == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->command, self);
  g_clear_object (&self->command);
  g_signal_emit (self, signals[COMMAND], 0);
}

static void
command_state_cb (YcDraftCourse *self)
{
  g_autoptr (YcCommand) command = g_object_ref (self->command);

  switch (yc_command_get_state (command))
    {
    case YC_COMMAND_WAITING:
    case YC_COMMAND_SENDING:
      set_state (self, YC_CASE_DRAFT_SAVED);
      break;
    case YC_COMMAND_PARKED:
      take_case (self, yc_command_get_server_version (command));
      set_state (self, YC_CASE_DRAFT_PARKED);
      g_signal_emit (self, signals[NEWS], 0);
      break;
    case YC_COMMAND_SENT:
      take_answer (self, yc_json_node_get_object (yc_command_get_answer (command)));
      drop_command (self);
      set_state (self, self->a_case != NULL ? state_without_command (self) : YC_CASE_DRAFT_SENT);
      break;
    case YC_COMMAND_DISCARDED:
      drop_command (self);
      set_state (self, state_without_command (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
own_case_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (YcDraftCourse) self = user_data;
  g_autoptr (YcCase) a_case = yc_case_pool_load_finish (YC_CASE_POOL (source), result, NULL);

  if (a_case == NULL)
    return;
  follow_case (self, a_case);
  if (self->command == NULL)
    set_state (self, state_without_command (self));
}

/* A case that was sent just before a crash is known here by its id alone. */
static void
line_refreshed_cb (YcDraftCourse *self)
{
  if (self->state == YC_CASE_DRAFT_SENT && self->a_case == NULL)
    yc_case_pool_load_async (self->parts->pool, self->case_id, NULL, own_case_loaded_cb,
                             g_object_ref (self));
}

static void
yc_draft_course_dispose (GObject *object)
{
  YcDraftCourse *self = YC_DRAFT_COURSE (object);

  g_clear_object (&self->a_case);
  g_clear_object (&self->command);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_draft_course_parent_class)->dispose (object);
}

static void
yc_draft_course_finalize (GObject *object)
{
  g_free (YC_DRAFT_COURSE (object)->case_id);
  g_free (YC_DRAFT_COURSE (object)->base);

  G_OBJECT_CLASS (yc_draft_course_parent_class)->finalize (object);
}

static void
yc_draft_course_class_init (YcDraftCourseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_draft_course_dispose;
  object_class->finalize = yc_draft_course_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (signal_names[i], YC_TYPE_DRAFT_COURSE, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_draft_course_init (YcDraftCourse *self)
{
  self->state = YC_CASE_DRAFT_DRAFT;
}

/* (transfer full): the course of a draft that nobody has submitted yet */
YcDraftCourse *
yc_draft_course_new (YcParts    *parts,
                     const char *case_id)
{
  YcDraftCourse *self = g_object_new (YC_TYPE_DRAFT_COURSE, NULL);

  self->parts = g_object_ref (parts);
  self->case_id = g_strdup (case_id);
  g_signal_connect_object (parts->live, "refresh", G_CALLBACK (line_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * yc_draft_course_restore:
 * @self: a course
 * @word: (nullable): what yc_draft_course_get_word() gave
 * @command_id: (nullable): the command that submits it
 * @case_json: (nullable): the case as it was last seen
 * @base: (nullable): what yc_draft_course_get_base() gave
 * @base_tries: with that
 *
 * Takes up what was saved. The outbox has been loaded.
 */
void
yc_draft_course_restore (YcDraftCourse *self,
                         const char    *word,
                         const char    *command_id,
                         JsonObject    *case_json,
                         const char    *base,
                         guint          base_tries)
{
  YcCommand *command = yc_outbox_find (self->parts->outbox, command_id);

  self->base = g_strdup (base);
  self->base_tries = base_tries;
  take_case (self, case_json);
  if (command != NULL)
    yc_draft_course_set_command (self, command);
  else if (self->a_case != NULL)
    set_state (self, state_without_command (self));
  else if (yc_word_find (states, word) > YC_CASE_DRAFT_DRAFT)
    set_state (self, YC_CASE_DRAFT_SENT);
  if (yc_line_get_online (self->parts->line))
    line_refreshed_cb (self);
}

YcCaseDraftState
yc_draft_course_get_state (YcDraftCourse *self)
{
  return self->state;
}

/* What the state is saved as. */
const char *
yc_draft_course_get_word (YcDraftCourse *self)
{
  return yc_word_of (states, self->a_case != NULL ? YC_CASE_DRAFT_SENT : self->state);
}

/* Whether the draft is in the clerk's hands. */
gboolean
yc_draft_course_get_editable (YcDraftCourse *self)
{
  return self->state == YC_CASE_DRAFT_DRAFT || self->state == YC_CASE_DRAFT_PARKED ||
         self->state == YC_CASE_DRAFT_MENDING;
}

/* (nullable) */
YcCase *
yc_draft_course_get_case (YcDraftCourse *self)
{
  return self->a_case;
}

/* The draft is this case from now on. */
void
yc_draft_course_set_case (YcDraftCourse *self,
                          YcCase        *a_case)
{
  follow_case (self, a_case);
  set_state (self, state_without_command (self));
}

/* (nullable) */
YcCommand *
yc_draft_course_get_command (YcDraftCourse *self)
{
  return self->command;
}

/* The draft is submitted by this command. */
void
yc_draft_course_set_command (YcDraftCourse *self,
                             YcCommand     *command)
{
  drop_command (self);
  self->command = g_object_ref (command);
  g_signal_connect_object (command, "notify::state", G_CALLBACK (command_state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[COMMAND], 0);
  command_state_cb (self);
}

/* (nullable): the entity tag of the version that what is filled in is based on */
const char *
yc_draft_course_get_base (YcDraftCourse *self,
                          guint         *n_tries)
{
  if (n_tries != NULL)
    *n_tries = self->base_tries;
  return self->base;
}

/* What is filled in is to take the place of this version. */
void
yc_draft_course_set_base (YcDraftCourse *self,
                          YcCase        *a_case)
{
  g_free (self->base);
  self->base = yc_case_dup_etag (a_case);
  self->base_tries = yc_case_get_n_tries (a_case);
}
