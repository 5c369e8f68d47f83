package kata.spark.session;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
